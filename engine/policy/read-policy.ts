import type { Fault } from "./fault";
import { awsAnswer, type FaultKind } from "./fault-kinds";
import { type JsonNode, typeName } from "./json/json-node";
import { readJson } from "./json/read-json";
import { placeIn } from "./place";
import type { Policy, Statement } from "./policy";
import type { PolicyKind } from "./policy-kind";
import { elementsOf, type Reading } from "./read/reading";
import { readStatement } from "./read/statement";
import { readVersion } from "./read/version";

/**
 * Most characters of a document the APIs take: Content of CreatePolicy of Organizations, PolicyDocument of CreatePolicy of IAM (API references). The
 * quotas of policies are lower and not the business of reading.
 */
const longest: Readonly<Record<PolicyKind, number>> = {
  "service-control-policy": 1_000_000,
  "resource-control-policy": 1_000_000,
  "identity-policy": 131_072,
};

/** A fault by its offset in the text, in UTF-16 units from 0. */
interface FaultAt extends Pick<Fault, "kind" | "message" | "aws"> {
  readonly at: number;
}

/**
 * Reads a policy document.
 * @returns the policy, or everything that is wrong with the text, in the order of the text
 */
export function readPolicy(text: string, kind: PolicyKind): { policy: Policy } | { faults: readonly Fault[] } {
  const faults: FaultAt[] = [];
  const report = (fault: FaultKind, at: number, message: string): void => {
    faults.push({ at, kind: fault, message, aws: awsAnswer(kind, fault) });
  };
  if (text.length > longest[kind]) {
    report("document-too-long", 0, `the document has ${text.length} characters; AWS takes ${longest[kind]}`);
  }
  const node = faults.length === 0 ? readJson(text, report) : undefined;
  const policy = node && readPolicyAt(text, node, kind, (fault) => faults.push(fault));
  if (policy && faults.length === 0) return { policy };
  const placeOf = placeIn(text);
  return { faults: faults.sort((a, b) => a.at - b.at).map(({ at, ...fault }) => ({ ...placeOf(at), ...fault })) };
}

/**
 * Reads a policy document that stands somewhere in a JSON text; places are those of the text.
 * @param tolerated kinds of fault that are none here
 * @returns undefined when there is a fault
 */
export function readPolicyAt(
  text: string,
  node: JsonNode,
  kind: PolicyKind,
  onFault: (fault: FaultAt) => void,
  tolerated: readonly FaultKind[] = [],
): Policy | undefined {
  let isFaulty = false;
  const report = (fault: FaultKind, at: number, message: string): void => {
    if (tolerated.includes(fault)) return;
    isFaulty = true;
    onFault({ at, kind: fault, message, aws: awsAnswer(kind, fault) });
  };
  const policy = readDocument({ kind, report, placeOf: placeIn(text) }, node);
  return isFaulty ? undefined : policy;
}

function readDocument(reading: Omit<Reading, "version">, node: JsonNode): Policy | undefined {
  const { report } = reading;
  if (node.is === "unreadable") return undefined;
  if (node.is !== "object") {
    report(
      "document-not-object",
      node.at,
      `the document is ${typeName(node)}; a policy is an object with Version and Statement`,
    );
    return undefined;
  }
  const elements = elementsOf(reading, node, ["Version", "Id", "Statement"], "policy");
  const version = readVersion(reading, elements, node.at);
  const { Id: id, Statement: statement } = elements;
  if (id && id.value.is !== "string" && id.value.is !== "unreadable") {
    report("id-type", id.value.at, `Id is ${typeName(id.value)}; it must be a string`);
  }
  if (!statement) report("statement-missing", node.at, "the policy has no Statement");
  return { version, statements: statement ? readStatements({ ...reading, version }, statement.value) : [] };
}

/** One statement or a list of them ("IAM JSON policy elements: Statement"). */
function readStatements(reading: Reading, node: JsonNode): readonly Statement[] {
  const sids = new Set<string>();
  if (node.is === "array") {
    if (node.items.length === 0) reading.report("statement-empty", node.at, "Statement is an empty list; it needs one");
    return node.items.flatMap((item, index) => readStatement(reading, item, index, sids) ?? []);
  }
  if (node.is === "object") return [readStatement(reading, node, 0, sids)].filter((each) => each !== undefined);
  if (node.is !== "unreadable") {
    const message = `Statement is ${typeName(node)}; it must be a statement or a list of them`;
    reading.report("statement-type", node.at, message);
  }
  return [];
}
