import type { Guardrail } from "../guardrail";
import { allowedRegions } from "./allowed-regions";
import { denyEverything } from "./deny-everything";
import { denyLeavingOrganization } from "./deny-leaving-organization";
import { denyRootUser } from "./deny-root-user";
import { protectTrail } from "./protect-trail";

/** Every guardrail Landfall ships. `declaration/guardrail-names.ts` lists their names for the schema. */
export const catalogue: readonly Guardrail[] = [
  allowedRegions,
  denyEverything,
  denyLeavingOrganization,
  denyRootUser,
  protectTrail,
];
