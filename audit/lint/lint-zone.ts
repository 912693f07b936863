import type { IdKey } from "../../declaration/ids";
import type { LandingZone } from "../../declaration/model";
import type { Universe } from "../../engine/universe/universe";
import { auditedGuardrails } from "../audited-guardrails";
import type { Finding } from "../finding";
import { classesFor } from "../zone/classes";
import { groupsOf } from "../zone/groups";
import { lint } from "./lint";

/** What lint is told beside the zone. */
export interface LintSources {
  /** Patterns of the ARNs of principals that the zone makes; absent: nothing is said of exemptions for nobody. */
  readonly principals?: readonly string[] | undefined;
  /** File of a guardrail's own policy. */
  readonly fileOf?: ((guardrail: string) => string | undefined) | undefined;
}

/** What lint finds in a zone's guardrails. The zone knows the ids of its accounts, real or invented. */
export function lintZone(zone: LandingZone, universe: Universe, sources: LintSources = {}): readonly Finding[] {
  const guardrails = auditedGuardrails(zone);
  const ids = zone.accounts.map(({ name }): IdKey => `account/${name}`);
  return lint({
    policies: guardrails,
    paths: groupsOf(zone),
    universe,
    classes: classesFor(
      universe,
      guardrails.map(({ policy }) => policy),
      [],
    ),
    accountIds: ids.every((id) => zone.ids.has(id)) ? new Set(ids.map((id) => zone.ids.get(id))) : undefined,
    principals: sources.principals,
    fileOf: sources.fileOf,
  });
}
