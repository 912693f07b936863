import type { Bounds, Level } from "../bounds";
import { matchesAction } from "../match/action";
import type { Context } from "../match/context";
import { matchesResource } from "../match/resource";
import { variablesOf } from "../match/template";
import { comparisons } from "../operators";
import type { ConditionTest, Patterns, PolicyVersion, Statement } from "../policy/policy";
import { asLevelDecision, rcpLevels, strictest } from "./decide";
import type { LevelDecision, PartialDecision, Reason } from "./decision";
import { isExempt } from "./exempt";
import { holds } from "./holds";

/** A request of which not everything is known. */
export interface PartialRequest {
  readonly action: string;
  /** undefined: not known. */
  readonly resource: string | undefined;
  readonly principal: string | undefined;
  /** The keys that are known to be present. */
  readonly context: Context;
  /** Whether nothing is known of a key, neither its value nor its presence; a key neither in the context nor unknown is absent. In any case. */
  readonly unknown: (key: string) => boolean;
}

/** Whether a statement applies; where that is open, what would have to be known. */
type Applies = boolean | { readonly needs: readonly string[] };

interface LevelFacts {
  readonly decision: LevelDecision;
  readonly maybe: readonly { readonly reason: Reason; readonly needs: readonly string[] }[];
}

/**
 * Decides as far as what is known goes. The verdict is the one every completion of the request has; where completions are refused for different
 * reasons, `implicit-deny`. Otherwise it is undecided, with what the statements in doubt need. A caller of whom nothing is known is taken for no
 * service-linked role.
 */
export function decidePartly(bounds: Bounds, request: PartialRequest): PartialDecision {
  const facts = [
    ...bounds.scp.map((level) => levelFacts("scp", level, request)),
    ...rcpLevels(bounds, request.action).map((level) => levelFacts("rcp", level, request)),
  ];
  const levels = facts.map(({ decision }) => decision);
  if (isExempt(request.principal, request.context)) return { verdict: "allowed", exempt: true, levels };
  const known = strictest(levels);
  const doubts = facts.flatMap((level) => level.maybe.filter((maybe) => matters(level.decision, maybe.reason)));
  const refusedAnyway = facts.some(
    ({ decision, maybe }) =>
      decision.verdict === "implicit-deny" && !maybe.some(({ reason }) => reason.statement.effect === "Allow"),
  );
  if (doubts.length === 0 || known === "explicit-deny" || refusedAnyway) {
    return { verdict: known, exempt: false, levels };
  }
  return {
    verdict: "undecided",
    needs: [...new Set(doubts.flatMap(({ needs }) => needs))],
    reasons: doubts.map(({ reason }) => reason),
    levels,
  };
}

/** A Deny always does; an Allow only where its level has no other. */
function matters(level: LevelDecision, { statement }: Reason): boolean {
  return statement.effect === "Deny" || (level.layer === "scp" && level.allows.length === 0);
}

function levelFacts(layer: Reason["layer"], level: Level, request: PartialRequest): LevelFacts {
  const allows: Reason[] = [];
  const denies: Reason[] = [];
  const maybe: LevelFacts["maybe"][number][] = [];
  for (const { id, policy } of level.policies) {
    for (const statement of policy.statements) {
      const reason: Reason = { layer, level: level.id, policy: id, statement };
      const found = appliesPartly(statement, request, policy.version);
      if (typeof found === "object") maybe.push({ reason, needs: found.needs });
      else if (found) (statement.effect === "Allow" ? allows : denies).push(reason);
    }
  }
  return { decision: asLevelDecision(layer, level.id, allows, denies), maybe };
}

function appliesPartly(statement: Statement, request: PartialRequest, version: PolicyVersion): Applies {
  if (!matchesAction(statement.action, request.action)) return false;
  const parts = [
    resourcePartly(statement.resource, request, version),
    ...statement.conditions.map((test) => holdsPartly(test, request, version)),
  ];
  if (parts.includes(false)) return false;
  const needs = parts.flatMap((part) => (typeof part === "object" ? part.needs : []));
  return needs.length === 0 ? true : { needs: [...new Set(needs)] };
}

function resourcePartly(test: Patterns, request: PartialRequest, version: PolicyVersion): Applies {
  if (test.patterns.includes("*")) return !test.negated;
  const { resource, context } = request;
  if (resource === undefined) return { needs: ["resource"] };
  // Of alternatives it is enough that one without unknown variables matches.
  const [known, open] = partition(test.patterns, (pattern) => unknownVariables(pattern, request, version).length === 0);
  if (matchesResource({ negated: false, patterns: known }, resource, context, version)) return !test.negated;
  const needs = open.flatMap((pattern) => unknownVariables(pattern, request, version));
  return needs.length === 0 ? test.negated : { needs };
}

function holdsPartly(test: ConditionTest, request: PartialRequest, version: PolicyVersion): Applies {
  if (request.unknown(test.key)) return { needs: [test.key] };
  const variables = test.operator !== "Null" && comparisons[test.operator].variables;
  const needs = variables ? test.values.flatMap((value) => unknownVariables(value, request, version)) : [];
  if (needs.length === 0) return holds(test, request.context, version);
  return { needs };
}

function unknownVariables(value: string, { unknown }: PartialRequest, version: PolicyVersion): readonly string[] {
  return variablesOf(value, version).filter((key) => unknown(key));
}

function partition<T>(all: readonly T[], fits: (each: T) => boolean): readonly [T[], T[]] {
  return [all.filter(fits), all.filter((each) => !fits(each))];
}
