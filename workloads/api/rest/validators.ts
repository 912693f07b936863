import { ApiGatewayRequestValidator } from "@cdktf/provider-aws/lib/api-gateway-request-validator";
import type { ApiGatewayRestApi } from "@cdktf/provider-aws/lib/api-gateway-rest-api";
import type { Operation } from "../../contract/model";
import type { ApiInput } from "../api-input";
import type { Parts } from "./parts";

/** What API Gateway checks of requests. */
export interface Validators {
  readonly checksBodies: boolean;
  /** Absent for an operation of which it checks nothing. */
  of(operation: Operation): string | undefined;
}

/**
 * API Gateway Developer Guide, "Request validation for REST APIs". Without `edgeValidation` too it checks that the headers of a stored request
 * are there: no function will.
 */
export function addValidators(
  parts: Parts,
  api: ApiGatewayRestApi,
  { contract, api: definition }: ApiInput,
): Validators {
  const checksBodies = definition.edgeValidation === true;
  const isStored = ({ id }: Operation): boolean => definition.sendTo?.[id] !== undefined;
  if (!checksBodies && !contract.operations.some(isStored)) return { checksBodies, of: () => undefined };
  const { id } = parts.add(ApiGatewayRequestValidator, "contract", {
    restApiId: api.id,
    name: "contract",
    validateRequestBody: checksBodies,
    validateRequestParameters: true,
  });
  return { checksBodies, of: (operation) => (checksBodies || isStored(operation) ? id : undefined) };
}
