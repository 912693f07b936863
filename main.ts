import { App } from "cdktf";
import { buildAccount } from "./accounts/account-stack";
import { loadZone } from "./declaration/load";
import type { LandingZone } from "./declaration/model";
import { stacksOf, type StackKind, type StackSpec, unmetNeeds } from "./declaration/stacks";
import { buildNetwork } from "./network/network-stack";
import { buildRouting } from "./network/routing-stack";
import { buildIdentity } from "./org/identity-stack";
import { buildOrganization } from "./org/org-stack";
import { buildLogs } from "./security/logs-stack";
import { buildSecurity } from "./security/security-stack";
import { buildTrail } from "./security/trail-stack";
import { createStack } from "./stack/create-stack";
import { buildService } from "./workloads/service-stack";
import type { TerraformStack } from "cdktf";

type StackBuilder = (stack: TerraformStack, zone: LandingZone, spec: StackSpec) => void;

const builders: Record<StackKind, StackBuilder> = {
  org: buildOrganization,
  identity: buildIdentity,
  logs: buildLogs,
  trail: buildTrail,
  security: buildSecurity,
  network: buildNetwork,
  account: buildAccount,
  routing: buildRouting,
  service: buildService,
};
