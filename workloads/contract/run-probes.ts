import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import type { Expectation, Probe } from "./probe";

/** Sends one request to the API. Header names of the answer are in lower case. */
export type Send = (request: Probe["request"]) => Promise<Answer>;

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface ProbeResult {
  readonly name: string;
  readonly ok: boolean;
  /** The call and its status or, when not ok, every way in which the answer is not the contract's. */
  readonly detail: string;
}

/** Runs probes one after the other, each with what those before it captured. A failed call fails its probe alone. */
export async function runProbes(probes: readonly Probe[], send: Send): Promise<readonly ProbeResult[]> {
  const captured = new Map<string, string>();
  const results: ProbeResult[] = [];
  for (const probe of probes) {
    const fill = (text: string): string =>
      text.replace(/\{\{(\w+)\}\}/g, (all, name: string) => captured.get(name) ?? all);
    const request = { ...probe.request, path: fill(probe.request.path) };
    const call = `${request.method} ${request.path}`;
    try {
      const answer = await send(request);
      const body = parse(answer.body);
      for (const [name, member] of Object.entries(probe.capture)) captured.set(name, String(memberOf(body, member)));
      const faults = faultsOf(answer, body, probe.expect, fill);
      const ok = faults.length === 0;
      results.push({ name: probe.name, ok, detail: `${call}: ${ok ? answer.status : faults.join("; ")}` });
    } catch (error) {
      results.push({ name: probe.name, ok: false, detail: `${call}: ${String(error)}` });
    }
  }
  return results;
}

function faultsOf(
  answer: Answer,
  body: unknown,
  expect: Expectation,
  fill: (text: string) => string,
): readonly string[] {
  const faults: string[] = [];
  const mediaType = (answer.headers["content-type"] ?? "none").split(";")[0];
  if (answer.status !== expect.status)
    faults.push(`status ${answer.status}, not ${expect.status}: ${answer.body.slice(0, 300)}`);
  if (expect.mediaType !== undefined && mediaType !== expect.mediaType) {
    faults.push(`media type ${mediaType}, not ${expect.mediaType}`);
  }
  for (const header of expect.headers ?? []) {
    if (answer.headers[header.toLowerCase()] === undefined) faults.push(`no ${header} header`);
  }
  if (expect.schema) faults.push(...violations(expect.schema, body));
  for (const [member, value] of Object.entries(expect.members ?? {})) {
    if (String(memberOf(body, member)) !== fill(value)) faults.push(`${member} is not ${fill(value)}`);
  }
  if (expect.lists) {
    const { list, member, value } = expect.lists;
    const found = listOf(body, list).some((element) => memberOf(element, member) === fill(value));
    if (!found) faults.push(`${list} holds none whose ${member} is ${fill(value)}`);
  }
  if (expect.field !== undefined) {
    const named = listOf(body, "errors").some((error) => memberOf(error, "field") === expect.field);
    if (!named) faults.push(`no error names the field ${expect.field}`);
  }
  return faults;
}

function violations(schema: object, body: unknown): readonly string[] {
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  addFormats(ajv);
  if (ajv.validate(schema, body)) return [];
  return (ajv.errors ?? []).map(({ instancePath, message }) => `body${instancePath} ${message ?? "is not valid"}`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function listOf(value: unknown, name: string): readonly unknown[] {
  const list = memberOf(value, name);
  return Array.isArray(list) ? list : [];
}
