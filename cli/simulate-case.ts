import type { Level, PolicyPath } from "../engine/bounds";
import { awsAnswer, type FaultKind } from "../engine/policy/fault-kinds";
import { type JsonNode, scalarText, typeName } from "../engine/policy/json/json-node";
import { readJson } from "../engine/policy/json/read-json";
import { placeIn } from "../engine/policy/place";
import type { Place, Policy } from "../engine/policy/policy";
import { readPolicyAt } from "../engine/policy/read-policy";
import type { Request } from "../engine/request";
import { checkNames, listIn, memberOf, type ObjectNode, repeated, type Report, textIn } from "./case-members";

/** A path of policies and the requests to decide against it. */
export interface Case {
  readonly path: PolicyPath;
  readonly requests: readonly Request[];
}

export interface CaseFault extends Place {
  readonly message: string;
}

/** @returns the case, or everything that keeps the text from being one, in the order of the text */
export function readCase(text: string): Case | { readonly faults: readonly CaseFault[] } {
  const faults: { readonly at: number; readonly message: string }[] = [];
  const placeOf = placeIn(text);
  const fault = (at: number, message: string): void => void faults.push({ at, message });
  const node = readJson(text, (_kind, at, message) => fault(at, message));
  const found = node && readNode(text, node, fault);
  if (found && faults.length === 0) return found;
  return { faults: faults.sort((a, b) => a.at - b.at).map(({ at, message }) => ({ ...placeOf(at), message })) };
}

function readNode(text: string, node: JsonNode, fault: Report): Case | undefined {
  if (node.is !== "object") {
    if (node.is !== "unreadable")
      fault(node.at, `a case is ${typeName(node)}; it must be an object with path and requests`);
    return undefined;
  }
  checkNames(node, ["path", "requests"], fault);
  const path = listIn(node, "path", fault).map((each, index) => readLevel(text, each, index, fault));
  const requests = listIn(node, "requests", fault).flatMap((each) => readRequest(each, fault) ?? []);
  return { path: path.flatMap((level) => level ?? []), requests };
}

function readLevel(text: string, node: JsonNode, index: number, fault: Report): Level | undefined {
  if (node.is !== "object") {
    fault(node.at, `a level of the path is ${typeName(node)}; it must be an object with id and policies`);
    return undefined;
  }
  checkNames(node, ["id", "policies"], fault);
  const id = textIn(node, "id", fault) ?? `level ${index + 1}`;
  const policies = listIn(node, "policies", fault).flatMap((each, position) => {
    const policy = readPolicyNode(text, each, fault);
    return policy ? [{ id: `${id}/${position + 1}`, policy }] : [];
  });
  return { id, policies };
}

/** What AWS refuses and a simulation takes: so that what version 2008-10-17, no Version and an action of several services mean can be tried. */
const tolerated: readonly FaultKind[] = ["version-missing", "version-too-old", "action-vendor-wildcard"];

const kind = "service-control-policy";

/** A service control policy as an object, or as the text of one. */
function readPolicyNode(text: string, node: JsonNode, fault: Report): Policy | undefined {
  return node.is === "string" ? readPolicyText(node.value, node.at, fault) : readDocument(text, node, fault);
}

function readDocument(text: string, node: JsonNode, fault: Report): Policy | undefined {
  return readPolicyAt(text, node, kind, ({ at, message, aws }) => fault(at, `${message} (AWS: ${aws})`), tolerated);
}

function readPolicyText(policy: string, at: number, fault: Report): Policy | undefined {
  const placeOf = placeIn(policy);
  const inside: Report = (offset, message) => {
    const { line, column } = placeOf(offset);
    fault(at, `${line}:${column} of the text: ${message}`);
  };
  const node = readJson(policy, (syntax, offset, message) =>
    inside(offset, `${message} (AWS: ${awsAnswer(kind, syntax)})`),
  );
  return node && readDocument(policy, node, inside);
}

function readRequest(node: JsonNode, fault: Report): Request | undefined {
  if (node.is !== "object") {
    fault(node.at, `a request is ${typeName(node)}; it must be an object with action, resource, principal and context`);
    return undefined;
  }
  checkNames(node, ["action", "resource", "principal", "context"], fault);
  const member = memberOf(node, "action");
  const action = textIn(node, "action", fault);
  if (!member || member.value.is === "null") fault(node.at, "the request has no action, such as s3:GetObject");
  else if (action !== undefined && !/^[^:*?\s]+:[^:*?\s]+$/.test(action)) {
    fault(member.value.at, `the action ${JSON.stringify(action)} is not of the form service:Operation`);
  }
  const resource = textIn(node, "resource", fault) ?? "*";
  const principal = textIn(node, "principal", fault);
  return action === undefined ? undefined : { action, resource, principal, context: readContext(node, fault) };
}

function readContext(request: ObjectNode, fault: Report): Request["context"] {
  const member = memberOf(request, "context");
  if (!member || member.value.is === "null") return {};
  if (member.value.is !== "object") {
    fault(member.value.at, `context is ${typeName(member.value)}; it must be an object of keys and their values`);
    return {};
  }
  for (const { key, at } of repeated(member.value, (name) => name.toLowerCase())) {
    fault(at, `a second ${key}, in any case; put its values into one list`);
  }
  const entries = member.value.members.map(({ key, value }) => [key, contextValue(key, value, fault)] as const);
  return Object.fromEntries(entries);
}

function contextValue(key: string, node: JsonNode, fault: Report): string | readonly string[] {
  const text = scalarText(node);
  if (text !== undefined) return text;
  if (node.is === "array") return node.items.flatMap((item) => scalarText(item) ?? noText(`${key} holds`, item, fault));
  return noText(`${key} is`, node, fault);
}

function noText(what: string, node: JsonNode, fault: Report): readonly string[] {
  if (node.is !== "unreadable") fault(node.at, `${what} ${typeName(node)}; a key has a string or a list of strings`);
  return [];
}
