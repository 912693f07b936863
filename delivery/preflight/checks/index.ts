import type { Check } from "../check";
import { accountAccess } from "./account-access";
import { accountQuota } from "./account-quota";
import { breakGlass } from "./break-glass";
import { costs } from "./costs";
import { credentials } from "./credentials";
import { delegation } from "./delegation";
import { emails } from "./emails";
import { identityCenter } from "./identity-center";
import { networkQuotas } from "./network-quotas";
import { organization } from "./organization";
import { permissions } from "./permissions";
import { pipeline } from "./pipeline";
import { policyAttachments } from "./policy-attachments";
import { regions } from "./regions";
import { rootCredentials } from "./root-credentials";
import { singletons } from "./singletons";
import { stateBucket } from "./state-bucket";
import { tools } from "./tools";

/** Every check, in the order in which their results are shown. */
export const checks: readonly Check[] = [
  tools,
  credentials,
  permissions,
  organization,
  accountQuota,
  emails,
  policyAttachments,
  regions,
  stateBucket,
  pipeline,
  identityCenter,
  breakGlass,
  costs,
  networkQuotas,
  accountAccess,
  rootCredentials,
  singletons,
  delegation,
];
