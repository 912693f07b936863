import type { LambdaFunction } from "@cdktf/provider-aws/lib/lambda-function";
import type { Contract } from "../contract/model";
import type { Issuer } from "../user-pools/add-user-pools";
import type { ApiDefinition } from "./api-definition";

/** What an API is built from. */
export interface ApiInput {
  readonly service: string;
  readonly contract: Contract;
  readonly api: ApiDefinition;
  /** By operationId. */
  readonly functions: ReadonlyMap<string, LambdaFunction>;
  /** By security scheme: the service's own user pools that make its tokens. */
  readonly issuers?: ReadonlyMap<string, Issuer>;
  /** By security scheme: the functions that read tokens. */
  readonly tokenReaders: ReadonlyMap<string, LambdaFunction>;
}
