import { detectionActions } from "./detection";
import { dnsActions } from "./dns";
import { identityActions } from "./identity";
import { networkActions } from "./network";
import { organizationActions } from "./organization";
import { restApiActions } from "./rest-apis";
import type { TypeActions } from "./row";
import { securityActions } from "./security";
import { serviceActions } from "./service";
import { storageActions } from "./storage";

/**
 * Terraform resource type → the IAM actions that hashicorp/aws 5.100.0 needs for it, with the arguments that the stacks set (source of the
 * provider; Service Authorization Reference for the names).
 */
export const actionsOfTypes: Readonly<Record<string, TypeActions>> = {
  ...detectionActions,
  ...dnsActions,
  ...identityActions,
  ...networkActions,
  ...organizationActions,
  ...restApiActions,
  ...securityActions,
  ...serviceActions,
  ...storageActions,
};
