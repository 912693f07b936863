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

/** A request for the drawn policies; `aimOf` says in turn what each of their tests shall see. */
export function drawRequest(from: Random, drawn: Drawn, aimOf: () => Aim): CaseRequest {
  const variables: Record<string, string | readonly string[]> = {};
  if (from.chance(0.7)) variables["aws:username"] = from.pick(["alice", "bob", "a*", "a?c"]);
  if (from.chance(0.7)) variables["aws:PrincipalTag/team"] = from.pick(["red", "red", "red", "*", ["red", "blue"]]);
  const context = { ...variables };
  for (const { test, version } of drawn.tests) {
    const outcomeOf = (value: readonly string[]) => holds(test, { ...variables, [test.key]: value }, version, awsRules);
    const value = aimedAt(from, test, outcomeOf, aimOf());
    if (value !== undefined) context[from.chance(0.2) ? test.key.toUpperCase() : test.key] = value;
  }
  const caller = from.chance(0.01) ? serviceLinked : from.pick(callers);
  if (from.chance(0.5)) context["aws:PrincipalArn"] = caller;
  const action = from.chance(0.9) ? drawn.action : from.pick(actions);
  return {
    action: from.chance(0.1) ? action.toUpperCase() : action,
    resource: from.chance(0.9) ? drawn.resource : from.pick(resources),
    ...(from.chance(0.7) ? { principal: caller } : {}),
    context: withoutDoubles(context),
  };
}

/** Values of the presence aimed at, with the outcome aimed at where the type has such values. */
function aimedAt(
  from: Random,
  test: Test,
  outcomeOf: (value: readonly string[]) => boolean,
  aim: Aim,
): string | readonly string[] | undefined {
  if (aim.presence === "absent") return undefined;
  const { given } = familyOf(test.operator);
  if (from.chance(0.02)) return from.pick<string | readonly string[]>(["", [""], [], [], ["", given[0]]]);
  const pool = fitting(from, given, (value) => outcomeOf([value]) === aim.outcome);
  if (aim.presence === "single") return from.chance(0.8) ? from.pick(pool) : [from.pick(pool)];
  const mixed = from.some<string>(2, 3, given);
  return outcomeOf(mixed) === aim.outcome ? mixed : from.some<string>(2, 3, pool);
}

/** A few of the values that fit, or all values where none does. */
function fitting(
  from: Random,
  given: readonly [string, ...string[]],
  fits: (value: string) => boolean,
): readonly [string, ...string[]] {
  const start = from.below(given.length);
  const turned = [...given.slice(start), ...given.slice(0, start)];
  const first = turned.find(fits);
  if (first === undefined) return given;
  const second = turned.slice(turned.indexOf(first) + 1).find(fits);
  return second === undefined ? [first] : [first, second];
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
