import type { Guardrail } from "../guardrail";
import { allowedRegions } from "./foundations/allowed-regions";
import { denyEverything } from "./foundations/deny-everything";
import { denyLeavingOrganization } from "./foundations/deny-leaving-organization";
import { denyRootUser } from "./foundations/deny-root-user";
import { protectTrail } from "./logging/protect-trail";

/** Every guardrail Landfall ships. `declaration/guardrail-names.ts` lists their names for the schema. */
export const catalogue: readonly Guardrail[] = [
  allowedRegions,
  denyEverything,
  denyLeavingOrganization,
  denyRootUser,
  protectTrail,
];
