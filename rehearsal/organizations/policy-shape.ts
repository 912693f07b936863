import { managementPolicyTypes } from "../../declaration/management-policies";
import { syntaxFaults } from "../../declaration/management-policy-syntax";

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Fields = { readonly [key: string]: Json };

const topLevel = ["Version", "Id", "Statement"];
const statementKeys: Readonly<Record<string, readonly string[]>> = {
  SERVICE_CONTROL_POLICY: ["Sid", "Effect", "Action", "NotAction", "Resource", "NotResource", "Condition"],
  RESOURCE_CONTROL_POLICY: ["Sid", "Effect", "Principal", "Action", "Resource", "NotResource", "Condition"],
};

/**
 * Whether a document has the shape its policy type asks for. SCPs and RCPs: their grammar's keys, types and required
 * elements (Organizations User Guide, "SCP syntax" and "RCP syntax"); types that set things up: their keys and operators; others: a JSON object. What the actions and conditions mean
 * is not looked at.
 */
export function hasShape(type: string, content: string): boolean {
  const document = parse(content);
  if (!isFields(document)) return false;
  const keys = statementKeys[type];
  const management = Object.values(managementPolicyTypes).find((each) => each.type === type);
  if (management) return syntaxFaults(document, management.syntax).length === 0;
  if (keys === undefined) return Object.keys(document).length > 0;
  const statements = list(document["Statement"]);
  return (
    Object.keys(document).every((key) => topLevel.includes(key)) &&
    ["2012-10-17", "2008-10-17"].some((version) => version === document["Version"]) &&
    statements.length > 0 &&
    statements.every((statement) => isFields(statement) && isStatement(type, keys, statement)) &&
    distinctSids(statements)
  );
}

function isStatement(type: string, keys: readonly string[], statement: Fields): boolean {
  const { Sid, Effect, Action, NotAction, Resource, NotResource, Condition, Principal } = statement;
  return (
    Object.keys(statement).every((key) => keys.includes(key)) &&
    (Sid === undefined || (typeof Sid === "string" && /^[A-Za-z0-9]*$/.test(Sid))) &&
    (Effect === "Deny" || (Effect === "Allow" && type === "SERVICE_CONTROL_POLICY")) &&
    exactlyOne(Action, NotAction) &&
    [Action, NotAction].every((value) => value === undefined || areActions(value)) &&
    exactlyOne(Resource, NotResource) &&
    [Resource, NotResource].every((value) => value === undefined || areTexts(value)) &&
    (type !== "RESOURCE_CONTROL_POLICY" || Principal === "*") &&
    (Condition === undefined || isCondition(Condition))
  );
}

const areTexts = (value: Json): boolean =>
  list(value).length > 0 && list(value).every((text) => typeof text === "string");

/** `*`, or a service prefix and a name that may hold wildcards. */
const areActions = (value: Json): boolean =>
  areTexts(value) &&
  list(value).every((action) => action === "*" || /^[a-z0-9-]+:[A-Za-z0-9*?]+$/.test(String(action)));

/** Operator → key → value or values. */
const isCondition = (value: Json): boolean =>
  isFields(value) &&
  Object.values(value).every(
    (keys) =>
      isFields(keys) &&
      Object.values(keys).every((values) => list(values).every((item) => !isFields(item) && item !== null)),
  );

function distinctSids(statements: readonly Json[]): boolean {
  const sids = statements.flatMap((statement) => (isFields(statement) ? (statement["Sid"] ?? []) : []));
  return new Set(sids).size === sids.length;
}

const exactlyOne = (a: Json | undefined, b: Json | undefined): boolean => (a === undefined) !== (b === undefined);

function parse(content: string): Json | undefined {
  try {
    return JSON.parse(content) as Json;
  } catch {
    return undefined;
  }
}

function isFields(value: Json | undefined): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function list(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
