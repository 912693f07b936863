import type { AwsCall } from "../../gateway/call";
import { formOf } from "../../gateway/form";
import { isMembers, shapeOf } from "../shape";
import type { Members, OperationModel, ServiceModel, ShapeReference, Value } from "../shape";
import { readJson } from "./json-body";
import { readForm } from "./query-body";
import { matchUri } from "./rest-uri";
import { parseTimestamp } from "./timestamp";

/**
 * A call's input by the model's member names, or `undefined` when the body is not what the protocol says.
 * XML request bodies (rest-xml) are not read: only its path, query and headers are.
 */
export function readInput(model: ServiceModel, operation: OperationModel, call: AwsCall): Members | undefined {
  if (!operation.input) return {};
  const { protocol } = model.metadata;
  if (protocol === "query" || protocol === "ec2") {
    const form = readForm(model, protocol, operation.input, formOf(call));
    return isMembers(form) ? form : {};
  }
  const body = protocol === "rest-xml" ? {} : parseBody(call.body);
  if (body === undefined) return undefined;
  if (protocol === "json") {
    const input = readJson(model, operation.input, body);
    return isMembers(input) ? input : undefined;
  }
  return readRest(model, operation, operation.input, call, body);
}

function parseBody(body: Buffer): Value | undefined {
  if (body.length === 0) return {};
  try {
    return JSON.parse(body.toString("utf8")) as Value;
  } catch {
    return undefined;
  }
}

function readRest(
  model: ServiceModel,
  operation: OperationModel,
  input: ShapeReference,
  call: AwsCall,
  body: Value,
): Members {
  const shape = shapeOf(model, input);
  const members: Record<string, Value> = {};
  const payload = shape.payload === undefined ? undefined : shape.members?.[shape.payload];
  if (shape.payload !== undefined && payload) members[shape.payload] = readJson(model, payload, body);
  else Object.assign(members, readJson(model, { shape: input.shape }, body));

  const labels = matchUri(operation.http.requestUri, call.url.pathname) ?? {};
  const placed = Object.entries(shape.members ?? {}).filter(([, member]) => member.location !== undefined);
  const elsewhere = placed.flatMap(([name, member]) => {
    const value = located(model, member, name, labels, call);
    return value === undefined ? [] : [[name, value] as const];
  });
  const names = new Set(placed.map(([name]) => name));
  const inBody = Object.entries(members).filter(([name]) => !names.has(name));
  return Object.fromEntries([...inBody, ...elsewhere]);
}

function located(
  model: ServiceModel,
  member: ShapeReference,
  name: string,
  labels: Readonly<Record<string, string>>,
  call: AwsCall,
): Value | undefined {
  const wire = member.locationName ?? name;
  const shape = shapeOf(model, member);
  if (member.location === "uri") return scalar(model, member, labels[wire]);
  if (member.location === "header") return scalar(model, member, call.headers[wire.toLowerCase()]?.toString());
  if (member.location !== "querystring") return undefined;
  if (shape.type === "map") return Object.fromEntries(call.url.searchParams.entries());
  if (shape.type !== "list" || !shape.member) return scalar(model, member, call.url.searchParams.get(wire));
  const { member: item } = shape;
  const all = call.url.searchParams.getAll(wire);
  return all.length === 0 ? undefined : all.map((text) => scalar(model, item, text) ?? text);
}

function scalar(model: ServiceModel, reference: ShapeReference, text: string | null | undefined): Value | undefined {
  if (text === null || text === undefined) return undefined;
  const { type } = shapeOf(model, reference);
  if (type === "boolean") return text === "true";
  if (type === "timestamp") return parseTimestamp(text) ?? text;
  return ["integer", "long", "float", "double"].includes(type) ? Number(text) : text;
}
