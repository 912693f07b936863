import { listOf, type Case, type CaseRequest, type Document, type Statement, type Verdict } from "./case";
import { holds, testsOf, type Test } from "./condition";
import { awsRules, type Rules } from "./rules";
import { expand } from "./variables";
import { covers, placesOf, type Place } from "./wildcards";

/** Told of every test of a statement that is about the request's action and resource, with its outcome. */
export type Watch = (test: Test, outcome: boolean, request: CaseRequest) => void;

/**
 * What an organization's service control policies say of every request of a case, by AWS's documentation alone and with
 * nothing of Landfall: JSON.parse has read the documents, everything is compared with everything, nothing is prepared.
 */
export function verdicts(subject: Case, rules: Rules = awsRules, watch?: Watch): readonly Verdict[] {
  return subject.requests.map((request) => verdict(subject, request, rules, watch));
}

function verdict(subject: Case, request: CaseRequest, rules: Rules, watch: Watch | undefined): Verdict {
  if (rules.exemptsServiceLinkedRoles && isServiceLinkedRole(request, rules)) return "allowed";
  const levels = subject.path.map((level) => {
    const applying = level.policies.flatMap((policy) =>
      listOf<Statement>(policy.Statement).filter((statement) => applies(statement, policy, request, rules, watch)),
    );
    return {
      denies: applying.some((statement) => statement.Effect === "Deny"),
      allows: applying.some((statement) => statement.Effect === "Allow"),
    };
  });
  const allowed = rules.amongLevels(levels.map((level) => level.allows));
  const denied = levels.some((level) => level.denies);
  if (denied && (rules.denyWins || !allowed)) return "explicit-deny";
  return allowed ? "allowed" : "implicit-deny";
}

/** `arn:PARTITION:iam::ACCOUNT:role/aws-service-role/SERVICE/NAME` ("Create a service-linked role"). */
function isServiceLinkedRole(request: CaseRequest, rules: Rules): boolean {
  const key = Object.keys(request.context).find((name) => rules.sameKey(name, "aws:PrincipalArn"));
  const callers = [request.principal, ...listOf(key === undefined ? undefined : request.context[key])];
  return callers.some((caller) => caller?.includes(":role/aws-service-role/") === true);
}

function applies(
  statement: Statement,
  policy: Document,
  request: CaseRequest,
  rules: Rules,
  watch: Watch | undefined,
): boolean {
  if (!appliesToAction(statement, request.action, rules)) return false;
  if (!appliesToResource(statement, policy.Version, request, rules)) return false;
  const outcomes = testsOf(statement.Condition).map((test) => {
    const outcome = holds(test, request.context, policy.Version, rules);
    watch?.(test, outcome, request);
    return outcome;
  });
  return rules.amongTests(outcomes);
}

function appliesToAction(statement: Statement, action: string, rules: Rules): boolean {
  const matches = (pattern: string) => covers(placesOf(rules.foldAction(pattern)), rules.foldAction(action));
  if (statement.NotAction !== undefined) return rules.notAction(listOf(statement.NotAction).some(matches));
  return listOf(statement.Action).some(matches);
}

function appliesToResource(
  statement: Statement,
  version: string | undefined,
  request: CaseRequest,
  rules: Rules,
): boolean {
  const matches = (pattern: string) => {
    // "*" alone is every resource, `*` itself too: an action without resources "requires the * resource" (NotAction).
    if (pattern === "*") return true;
    const places = expand(pattern, version, request.context, rules);
    return places !== undefined && covers(places.map(bySegment(rules)), request.resource);
  };
  if (statement.NotResource !== undefined) return rules.notResource(listOf(statement.NotResource).some(matches));
  return listOf(statement.Resource).some(matches);
}

/** Wildcards of a resource stay within their segment, but for a `*` that ends one. */
function bySegment(rules: Rules): (place: Place, index: number, all: readonly Place[]) => Place {
  return (place, index, all) => {
    if (place.is === "character") return place;
    const next = all[index + 1];
    const last = next === undefined || (next.is === "character" && next.character === ":");
    return { is: place.is, colon: place.is === "many" && rules.starOfResourceCrosses(last) };
  };
}
