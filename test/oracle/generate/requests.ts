import type { CaseRequest } from "../case";
import { holds, type Test } from "../condition";
import { awsRules } from "../rules";
import { aims, type Aim } from "./cells";
import { actions, resources, type Drawn } from "./policies";
import type { Random } from "./random";
import { familyOf } from "./values";

const account = "111122223333";
const callers: readonly [string, ...string[]] = [
  `arn:aws:iam::${account}:role/path/Admin`,
  `arn:aws:sts::${account}:assumed-role/Admin/session`,
  `arn:aws:iam::${account}:root`,
  `arn:aws:iam::${account}:user/alice`,
];
const serviceLinked = `arn:aws:iam::${account}:role/aws-service-role/guardduty.amazonaws.com/AWSServiceRoleForAmazonGuardDuty`;
const attempts = 8;

/** A request for the drawn policies; `aimOf` says in turn what each of their tests shall see. */
export function drawRequest(from: Random, drawn: Drawn, aimOf: () => Aim): CaseRequest {
  const context: Record<string, string | readonly string[]> = {};
  if (from.chance(0.7)) context["aws:username"] = from.pick(["alice", "bob", "a*", "a?c"]);
  if (from.chance(0.7))
    context["aws:PrincipalTag/team"] = from.chance(0.95) ? from.pick(["red", "*"]) : ["red", "blue"];
  for (const { test, version } of drawn.tests) {
    const value = aimedAt(from, test, version, context, aimOf());
    if (value !== undefined) context[from.chance(0.2) ? test.key.toUpperCase() : test.key] = value;
  }
  const caller = from.chance(0.01) ? serviceLinked : from.pick(callers);
  if (from.chance(0.5)) context["aws:PrincipalArn"] = caller;
  const action = from.chance(0.85) ? drawn.action : from.pick(actions);
  return {
    action: from.chance(0.1) ? action.toUpperCase() : action,
    resource: from.chance(0.85) ? drawn.resource : from.pick(resources),
    ...(from.chance(0.7) ? { principal: caller } : {}),
    context: withoutDoubles(context),
  };
}

/** Draws values until the test has the outcome aimed at; gives up quietly, for coverage is counted and not presumed. */
function aimedAt(
  from: Random,
  test: Test,
  version: string | undefined,
  context: Record<string, string | readonly string[]>,
  aim: Aim,
): string | readonly string[] | undefined {
  if (aim.presence === "absent") return undefined;
  const { given } = familyOf(test.operator);
  for (let attempt = 1; ; attempt++) {
    const least = aim.presence === "single" ? 1 : 2;
    const values = from.chance(0.02) ? [] : from.some<string>(least, least === 1 ? 1 : 3, given);
    const [only] = values;
    const value = only !== undefined && values.length === 1 && from.chance(0.8) ? only : values;
    const outcome = holds(test, { ...context, [test.key]: value }, version, awsRules);
    if (outcome === aim.outcome || attempt === attempts) return value;
  }
}

/** One name for every key: no page says which of two values of one key counts. */
function withoutDoubles(
  context: Readonly<Record<string, string | readonly string[]>>,
): Record<string, string | readonly string[]> {
  const seen = new Set<string>();
  return Object.fromEntries(
    Object.entries(context).filter(([key]) => !seen.has(key.toLowerCase()) && seen.add(key.toLowerCase())),
  );
}

/** Deals every aim equally often. */
export function aimer(from: Random): () => Aim {
  let deck: Aim[] = [];
  return () => {
    if (deck.length === 0) deck = [...aims];
    const [aim] = deck.splice(from.below(deck.length), 1);
    return aim ?? aims[0];
  };
}
