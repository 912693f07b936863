import type { OperationModel, ServiceModel } from "./shape";
import type { Failure } from "./protocol/failure";

type Kind = "invalid" | "missing" | "exists";

/** Which modelled error a service means by each kind, most telling first. */
const fitting: Readonly<Record<Kind, readonly RegExp[]>> = {
  invalid: [
    /^Validation(Exception|Error)$/,
    /InvalidInput/,
    /^InvalidParameter(Value)?Exception$/,
    /InvalidParameter/,
    /BadRequest/,
    /InvalidRequest/,
  ],
  missing: [/NotFound/, /NoSuch/, /DoesNotExist/, /UnknownResource/, /BadRequest/, /InvalidInput/, /InvalidRequest/],
  exists: [
    /AlreadyExists/,
    /Duplicate/,
    /ResourceConflict/,
    /^Conflict/,
    /InUse/,
    /BadRequest/,
    /InvalidInput/,
    /InvalidRequest/,
  ],
};
const unmodelled: Readonly<Record<Kind, string>> = {
  invalid: "ValidationException",
  missing: "ResourceNotFoundException",
  exists: "ConflictException",
};

/** The operation's own modelled error for a refusal; AWS's common error name where it models none. */
export function refusal(
  model: ServiceModel,
  operation: OperationModel,
  kind: Kind,
  message: string,
  code?: string,
): Failure {
  const errors = (operation.errors ?? []).map((error) => error.shape);
  const match = fitting[kind].map((pattern) => errors.find((name) => pattern.test(name))).find(Boolean);
  const name = code ?? match ?? unmodelled[kind];
  const modelled = model.shapes[name]?.error?.httpStatusCode;
  return {
    code: name,
    message,
    status: modelled ?? (kind === "missing" && model.metadata.protocol === "rest-json" ? 404 : 400),
  };
}
