import type { TerraformStack } from "cdktf";
import type { MeasuredApi } from "../microservice/metrics";
import type { Placement } from "../microservice/placement";
import { addDomain } from "./add-domain";
import type { Api } from "./api";
import type { ApiInput } from "./api-input";
import { chooseKind } from "./choose-kind";
import { addHttpApi } from "./http/add-http-api";
import { addRestApi } from "./rest/add-rest-api";

/**
 * The API of a contract, of the kind the definition asks for, at the placement's domain name.
 *
 * @throws UserError when no kind has all that is asked for, or a REST API cannot have what the contract says
 */
export function addApi(stack: TerraformStack, placement: Placement, input: ApiInput): Api {
  const kind = chooseKind(input.service, input.api, input.contract);
  const api = kind === "http" ? addHttpApi(stack, placement, input) : addRestApi(stack, placement, input);
  addDomain(stack, placement, api);
  return api;
}

/** How CloudWatch names the API in its metrics. */
export function measured(service: string, api: Api): MeasuredApi {
  return api.kind === "http" ? { kind: "http", apiId: api.api.id } : { kind: "rest", apiName: service };
}
