import type { Bounds, Level } from "../bounds";
import { rcpBinds } from "../organizations/rcp-services";
import type { Effect } from "../policy/policy";
import type { Request } from "../request";
import { applies } from "./applies";
import type { Decision, LevelDecision, Reason, Verdict } from "./decision";
import { isExempt } from "./exempt";

/**
 * Decides a request against the policies that bound it: an Allow must exist at every level of the path, a Deny anywhere wins (AWS Organizations User
 * Guide, "SCP evaluation"). Resource control policies only deny: RCPFullAWSAccess is attached everywhere and cannot be detached ("RCP evaluation").
 */
export function decide(bounds: Bounds, request: Request): Decision {
  const levels = [
    ...bounds.scp.map((level) => levelDecision("scp", level, request)),
    ...rcpLevels(bounds, request.action).map((level) => levelDecision("rcp", level, request)),
  ];
  const exempt = isExempt(request.principal, request.context);
  return { verdict: exempt ? "allowed" : strictest(levels), exempt, levels };
}

/** The levels whose resource control policies bind an action: all, or none for a service that does not support them. */
export function rcpLevels(bounds: Bounds, action: string): readonly Level[] {
  return rcpBinds(action) ? bounds.rcp : [];
}

function levelDecision(layer: Reason["layer"], level: Level, request: Request): LevelDecision {
  const reasons = level.policies.flatMap(({ id, policy }) =>
    policy.statements
      .filter((statement) => applies(statement, request, policy.version))
      .map((statement): Reason => ({ layer, level: level.id, policy: id, statement })),
  );
  const having = (effect: Effect): readonly Reason[] => reasons.filter((reason) => reason.statement.effect === effect);
  return asLevelDecision(layer, level.id, having("Allow"), having("Deny"));
}

/** Puts together what one level says, from the statements of it that apply. */
export function asLevelDecision(
  layer: Reason["layer"],
  level: string,
  allows: readonly Reason[],
  denies: readonly Reason[],
): LevelDecision {
  const verdict =
    denies.length > 0 ? "explicit-deny" : layer === "rcp" || allows.length > 0 ? "allowed" : "implicit-deny";
  return { layer, level, verdict, allows, denies };
}

/** What all levels say together: an explicit deny is reported before an implicit one. */
export function strictest(levels: readonly LevelDecision[]): Verdict {
  const has = (verdict: Verdict): boolean => levels.some((level) => level.verdict === verdict);
  return has("explicit-deny") ? "explicit-deny" : has("implicit-deny") ? "implicit-deny" : "allowed";
}
