import type { Case, CaseRequest, Verdict } from "./case";
import { listOf } from "./case";
import { operators } from "./comparisons";
import { kinds, nameOf, presenceOf, type Kind } from "./generate/cells";
import type { Watch } from "./oracle";
import { awsRules } from "./rules";
import { valuesOf } from "./variables";

/** Counts of how often each thing occurred. */
export type Counts = Map<string, number>;

const count = (counts: Counts, name: string): void => void counts.set(name, (counts.get(name) ?? 0) + 1);

/** Counts tests under operator, qualifier, IfExists, the key's presence and the outcome. */
export function countIn(counts: Counts): Watch {
  return (test, outcome, request) => {
    const presence = presenceOf(valuesOf(request.context, test.key, awsRules.sameKey));
    if (presence !== undefined) count(counts, `${nameOf(test)} ${presence} ${outcome}`);
  };
}

/** Every combination that can occur: a missing key has one outcome, but for Null, whose value decides. */
export const cells: readonly string[] = kinds.flatMap((kind) => [
  ...absentOutcomes(kind).map((outcome) => `${nameOf(kind)} absent ${outcome}`),
  ...["single", "multivalued"].flatMap((presence) =>
    [true, false].map((outcome) => `${nameOf(kind)} ${presence} ${outcome}`),
  ),
]);

function absentOutcomes(kind: Kind): readonly boolean[] {
  if (kind.operator === "Null") return [true, false];
  if (kind.ifExists || kind.qualifier === "ForAllValues") return [true];
  return [kind.qualifier === "none" && operators[kind.operator]?.negated === true];
}

type Shape = (path: string, subject: Case, request: CaseRequest) => boolean;

const username = (request: CaseRequest): boolean => request.context["aws:username"] !== undefined;

/** What else pairs of a policy path and a request must show. */
const shapes: Readonly<Record<string, Shape>> = {
  NotAction: (path) => path.includes('"NotAction"'),
  NotResource: (path) => path.includes('"NotResource"'),
  "* within an action": (path) => path.includes('"s3:*Object"'),
  "? within an action": (path) => path.includes('"s3:?etObject"'),
  "an action in another case": (_path, _subject, request) => /^[A-Z]/.test(request.action),
  "a key in another case": (_path, _subject, request) => "AWS:REQUESTTAG/KEY0" in request.context,
  "a resource's * that ends a segment": (path) => path.includes("arn:aws:logs:*:log-stream:one"),
  "a resource's * within a segment": (path) => path.includes("function:*7"),
  "a variable with a value": (path, _subject, request) => path.includes("${aws:username}") && username(request),
  "a variable without a value": (path, _subject, request) => path.includes("${aws:username}") && !username(request),
  "a variable's default": (path, _subject, request) => path.includes("${aws:username, '") && !username(request),
  "a variable's default not needed": (path, _subject, request) =>
    path.includes("${aws:username, '") && username(request),
  "a multivalued key as a variable": (path, _subject, request) =>
    path.includes("${aws:PrincipalTag/team}") && Array.isArray(request.context["aws:PrincipalTag/team"]),
  "a wildcard in a variable's value": (path, _subject, request) =>
    path.includes("${aws:username}") && request.context["aws:username"] === "a*",
  "an escaped wildcard": (path) => path.includes("${*}") || path.includes("${?}"),
  "Version 2008-10-17": (path) => path.includes('"2008-10-17"'),
  "no Version": (_path, { path }) => path.some(({ policies }) => policies.some(({ Version }) => Version === undefined)),
  "several levels": (_path, { path }) => path.length > 1,
  "a level with an Allow list": (_path, { path }) =>
    path.some(({ policies }) =>
      policies.some((document) =>
        listOf(document.Statement).some(({ Effect, Action }) => Effect === "Allow" && Action !== "*"),
      ),
    ),
  "a level without a policy": (_path, { path }) => path.some(({ policies }) => policies.length === 0),
  "a service-linked role": (_path, _subject, request) => JSON.stringify(request).includes(":role/aws-service-role/"),
  "a key without values": (_path, _subject, request) =>
    Object.values(request.context).some(({ length }) => length === 0),
  "no principal but in the context": (_path, _subject, request) =>
    request.principal === undefined && request.context["aws:PrincipalArn"] !== undefined,
};

/** Names of the shapes and verdicts that are counted. */
export const occurrences: readonly string[] = [...Object.keys(shapes), "allowed", "explicit-deny", "implicit-deny"];

/** Counts a case's pairs under every shape they have and under their verdict. */
export function countShapes(counts: Counts, subject: Case, verdicts: readonly Verdict[]): void {
  const path = JSON.stringify(subject.path);
  subject.requests.forEach((request, index) => {
    count(counts, verdicts[index] ?? "no verdict");
    for (const [name, has] of Object.entries(shapes)) if (has(path, subject, request)) count(counts, name);
  });
}
