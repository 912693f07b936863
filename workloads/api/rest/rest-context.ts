import type { ApiGatewayRestApi } from "@cdktf/provider-aws/lib/api-gateway-rest-api";
import type { TerraformStack } from "cdktf";
import type { Placement } from "../../microservice/placement";
import type { ApiInput } from "../api-input";
import type { AuthorizationOf } from "./add-authorizers";
import type { Parts } from "./parts";
import type { Validators } from "./validators";

/** What the methods of a REST API share. */
export interface RestContext {
  readonly stack: TerraformStack;
  readonly placement: Placement;
  readonly input: ApiInput;
  readonly parts: Parts;
  readonly api: ApiGatewayRestApi;
  readonly validators: Validators;
  readonly authorizationOf: AuthorizationOf;
}
