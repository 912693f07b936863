import type { Universe } from "../../../engine/universe/universe";
import { type Purpose, places } from "./places";
import { looksLikeDocument, readDocument, type Statement } from "./read-document";

/** What is too much, or cannot be judged. */
export type Fault =
  /** An Allow of `*`, of a whole service, or of all but something. */
  | "every-action"
  /** An Allow to everybody, without a condition that says who. */
  | "everybody"
  /** An Allow to write any resource, though the action could be held to some. */
  | "any-resource"
  /** A managed policy of AWS that administers everything or a whole service. */
  | "broad-managed-policy"
  /** A Lambda permission that binds neither a source nor the organisation. */
  | "unbound-invoker"
  /** A RAM share that reaches beyond the organisation. */
  | "outside-share"
  /** No policy, where AWS then allows everything. */
  | "no-policy"
  /** A policy document where the walk knows of none. */
  | "unknown-place"
  /** A policy the walk cannot read. */
  | "unreadable";

/** One thing found, and where. */
export interface Finding {
  readonly address: string;
  readonly fault: Fault;
  /** The statement's Sid, the managed policy or the attribute. */
  readonly at: string;
}

type Json = Readonly<Record<string, unknown>>;

interface StackJson {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Json>>>>;
  readonly data?: { readonly aws_iam_policy_document?: Json };
}

/** Keys of a condition that say who calls, or that the call is made for somebody known. */
const keysOfWho = [
  "aws:principalorgid",
  "aws:principalorgpaths",
  "aws:principalaccount",
  "aws:principalarn",
  "aws:principalisawsservice",
  "aws:sourceaccount",
  "aws:sourcearn",
  "aws:sourceorgid",
  "aws:sourceorgpaths",
  "aws:sourcevpc",
  "aws:sourcevpce",
  "kms:calleraccount",
];

const broad = /\/(?:AdministratorAccess|PowerUserAccess|[\w-]*FullAccess)$/;

/** Everything in a stack's Terraform JSON that is more than least privilege, in the order of the JSON. */
export function findingsOf(json: string, universe: Universe): readonly Finding[] {
  const { resource = {}, data }: StackJson = JSON.parse(json);
  return Object.entries(resource).flatMap(([type, named]) =>
    Object.entries(named).flatMap(([name, attributes]) =>
      [
        ...ofPolicies(type, attributes, data?.aws_iam_policy_document ?? {}, universe),
        ...ofGrants(type, attributes),
      ].map((found) => ({ address: `${type}.${name}`, ...found })),
    ),
  );
}

type Found = Omit<Finding, "address">;

function ofPolicies(type: string, attributes: Json, data: Json, universe: Universe): readonly Found[] {
  return Object.entries(attributes)
    .filter(([attribute]) => attribute !== "//")
    .flatMap(([attribute, value]): readonly Found[] => {
      const place = places[type]?.find((each) => each.attribute === attribute);
      if (place?.unless?.values.includes(String(attributes[place.unless.attribute]))) return [];
      // Where a policy is expected, any text is one: a reference must not hide it.
      const documents = stringsIn(value).filter((text) => (place && !isInline(value)) || looksLikeDocument(text));
      if (place === undefined) return documents.map(() => ({ fault: "unknown-place", at: attribute }));
      return documents.flatMap((text): readonly Found[] => {
        const statements = readDocument(text, data);
        if (statements === undefined) return [{ fault: "unreadable", at: attribute }];
        return statements.flatMap((statement) =>
          faultsOf(statement, place.purpose, universe).map((fault) => ({ fault, at: statement.name })),
        );
      });
    });
}

/** An `inline_policy` block has a name beside its document. */
const isInline = (value: unknown): boolean => typeof value === "object";

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(stringsIn) : [];
}

function faultsOf(statement: Statement, purpose: Purpose, universe: Universe): readonly Fault[] {
  const { effect, actions, resources, principals, negated, boundKeys } = statement;
  if (effect === "Deny" || purpose === "guardrail") return [];
  const everyAction = negated.includes("NotAction") || negated.includes("not_actions") || actions.some(isEveryAction);
  const everybody =
    ((principals.includes("*") || negated.some((key) => /principal/i.test(key))) &&
      !boundKeys.some((key) => keysOfWho.includes(key))) ||
    // An OpenID Connect provider vouches for all its users: GitHub's for every repository there is.
    (principals.some((each) => each.startsWith("Federated:")) && !boundKeys.some((key) => key.endsWith(":sub")));
  const anyResource =
    purpose === "identity" &&
    !everyAction &&
    (resources.includes("*") || negated.some((key) => /resource/i.test(key))) &&
    actions.some((action) => universe.matching(action).some(canBeHeldToResources));
  return [
    ...(everyAction ? (["every-action"] as const) : []),
    ...(everybody ? (["everybody"] as const) : []),
    ...(anyResource ? (["any-resource"] as const) : []),
  ];
}

const isEveryAction = (action: string): boolean => /^(?:[\w-]+:)?\*+$/.test(action);

function canBeHeldToResources({ accessLevel, resources }: ReturnType<Universe["matching"]>[number]): boolean {
  return accessLevel !== "Read" && accessLevel !== "List" && !resources.includes("*");
}

/** Grants that are no policy documents, and policies that are left out. */
function ofGrants(type: string, attributes: Json): readonly Found[] {
  const has = (key: string): boolean => attributes[key] !== undefined && attributes[key] !== "*";
  const managed = [attributes["policy_arn"], attributes["managed_policy_arn"], attributes["managed_policy_arns"]]
    .flatMap(stringsIn)
    .filter((arn) => broad.test(arn))
    .map((arn): Found => ({ fault: "broad-managed-policy", at: arn.replace(/.*\//, "") }));
  const left = (places[type] ?? [])
    .filter(({ wideByDefault, attribute }) => wideByDefault && attributes[attribute] === undefined)
    .map(({ attribute }): Found => ({ fault: "no-policy", at: attribute }));
  const bound = ["source_arn", "source_account", "principal_org_id"].some(has);
  const isRole = /^arn:[\w-]+:iam::\d{12}:role\/[^*]+$/.test(String(attributes["principal"]));
  return [
    ...managed,
    ...left,
    ...(type === "aws_lambda_permission" && !bound && !isRole
      ? [{ fault: "unbound-invoker", at: String(attributes["principal"]) } as const]
      : []),
    ...(type === "aws_ram_resource_share" && attributes["allow_external_principals"] !== false
      ? [{ fault: "outside-share", at: "allow_external_principals" } as const]
      : []),
  ];
}
