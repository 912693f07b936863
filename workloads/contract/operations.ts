import type { OpenApi, OperationObject } from "./openapi";
import { methods, type Operation, type Parameter, type Response } from "./model";
import { accessOf } from "./security";

type Report = (path: readonly PropertyKey[], message: string) => void;

/** The operations of a document; reports what its schema cannot express. */
export function operationsOf(document: OpenApi, report: Report): readonly Operation[] {
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    methods.flatMap((method): Operation[] => {
      const key = methodKey[method];
      const operation = item[key];
      if (!operation) return [];
      const requirements = operation.security ?? document.security ?? [];
      const access = accessOf(requirements, document.components?.securitySchemes ?? {}, (message) =>
        report(["paths", path, key], message),
      );
      const found = toOperation(operation, {
        id: operation.operationId,
        method,
        path,
        shared: item.parameters,
        access,
      });
      checkParameters(found, (message) => report(["paths", path, key], message));
      return [found];
    }),
  );
  checkReferences(operations, (message) => report(["paths"], message));
  return operations;
}

const methodKey = { GET: "get", PUT: "put", POST: "post", PATCH: "patch", DELETE: "delete" } as const;

function toOperation(
  operation: OperationObject,
  {
    shared,
    ...where
  }: Pick<Operation, "id" | "method" | "path" | "access"> & { readonly shared: readonly Parameter[] },
): Operation {
  const own = operation.parameters;
  const overridden = ({ in: place, name }: Parameter): boolean =>
    own.some((parameter) => parameter.in === place && parameter.name === name);
  const media = operation.requestBody?.content["application/json"];
  return {
    ...where,
    parameters: [...shared.filter((parameter) => !overridden(parameter)), ...own],
    body: media && {
      required: operation.requestBody?.required ?? false,
      schema: media.schema,
      example: media.example,
    },
    responses: Object.entries(operation.responses).map(([status, response]) => toResponse(Number(status), response)),
  };
}

function toResponse(status: number, response: OperationObject["responses"][string]): Response {
  const [mediaType, media] = Object.entries(response.content)[0] ?? [];
  return {
    status,
    mediaType,
    schema: media?.schema,
    requiredHeaders: Object.entries(response.headers).flatMap(([name, { required }]) => (required ? [name] : [])),
    links: Object.values(response.links).map(({ operationId, parameters }) => ({
      operationId,
      parameters: Object.fromEntries(
        Object.entries(parameters).map(([name, expression]) => [name, expression.replace("$response.body#/", "")]),
      ),
    })),
  };
}

function checkParameters(operation: Operation, report: (message: string) => void): void {
  const inPath = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? "");
  const declared = operation.parameters.filter((parameter) => parameter.in === "path").map(({ name }) => name);
  for (const name of inPath.filter((name) => !declared.includes(name)))
    report(`path parameter ${name} is not declared`);
  for (const name of declared.filter((name) => !inPath.includes(name))) report(`${name} is not in ${operation.path}`);
  for (const { name, in: place, required, schema } of operation.parameters) {
    if (place === "path" && !required) report(`path parameter ${name} must be required`);
    const types = [schema.type ?? "object"].flat();
    if (types.includes("array") || types.includes("object")) report(`parameter ${name} must be of a scalar type`);
  }
}

function checkReferences(operations: readonly Operation[], report: (message: string) => void): void {
  const ids = operations.map(({ id }) => id);
  for (const id of ids.filter((id, index) => ids.indexOf(id) !== index)) report(`operationId ${id} is used twice`);
  const linked = operations.flatMap(({ responses }) => responses.flatMap(({ links }) => links));
  for (const { operationId } of linked) {
    if (!ids.includes(operationId)) report(`a link names the operation ${operationId}, which does not exist`);
  }
}
