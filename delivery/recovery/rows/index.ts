import type { Rows } from "../row";
import { deliveryRows } from "./delivery";
import { detectionRows } from "./detection";
import { iamRows } from "./iam";
import { identityRows } from "./identity";
import { nameResolutionRows } from "./name-resolution";
import { networkRows } from "./network";
import { organizationsRows } from "./organizations";
import { restApiRows } from "./rest-apis";
import { securityRows } from "./security";
import { serviceRows } from "./service";
import { storageRows } from "./storage";

/** How the objects of every resource type that Landfall's stacks have are found again. */
export const rows: Rows = {
  ...organizationsRows,
  ...identityRows,
  ...networkRows,
  ...nameResolutionRows,
  ...iamRows,
  ...storageRows,
  ...securityRows,
  ...detectionRows,
  ...deliveryRows,
  ...serviceRows,
  ...restApiRows,
};
