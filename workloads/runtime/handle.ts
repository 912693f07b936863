import type { AccessOf } from "./access/access";
import type { Request } from "./read-request";
import type { Reply } from "./reply";

/**
 * The handler of one operation, typed by the service's definition: `OperationHandle<typeof orders, "getOrder", Parts>`.
 * It sees only requests that conform to the contract, so `Parts` says what it reads of one; of the service's resources it is
 * given those its operation declares.
 */
export type OperationHandle<
  Service extends { readonly operations: object },
  Id extends keyof Service["operations"],
  Parts = Request,
> = (request: Parts, access: AccessOf<Service["operations"], Id>) => Promise<Reply>;
