import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import type { Account } from "../../declaration/model";
import { type HttpResponse, proxiedRequest } from "../proxied-request";
import { check, type Check } from "./check";

/** One request to a service's API and the answer its contract promises. */
export interface ApiProbe {
  readonly name: string;
  readonly method: string;
  /** Path and query; `{name}` stands for a value that an earlier probe captured. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly expect: {
    readonly status: number;
    /** Media type without parameters. */
    readonly contentType?: string;
    /** Headers that must be there; the value, when it is given. */
    readonly headers?: Readonly<Record<string, string | undefined>>;
    /** JSON Schema (2020-12) of the body. */
    readonly schema?: object;
    /** Members the body must have with this value; `{name}` as in the path. */
    readonly members?: Readonly<Record<string, string | number>>;
  };
  /** Captured name → member of the JSON body. */
  readonly capture?: Readonly<Record<string, string>>;
}

/** Probes of a service by its name, in the order they are sent. */
export type ApiProbes = (service: string) => readonly ApiProbe[];

/** Calls a deployed service at its own domain, over HTTP, as a client would, and holds the answers against its contract. */
export function checkServiceApis(proxyUrl: string, account: Account, probes: ApiProbes): Promise<Check> {
  const { name = "", domainName = "" } = account.service ?? {};
  const list = probes(name);
  const proved = `${domainName}: ${list.map((probe) => probe.name).join(", ")}`;
  return check(`API of ${account.name} answers as its contract says`, proved, async () => {
    const captured = new Map<string, string>();
    const problems: string[] = list.length === 0 ? [`no probes for the service ${name}`] : [];
    for (const probe of list) {
      const url = `http://${domainName}${filled(probe.path, captured)}`;
      const response = await proxiedRequest(proxyUrl, url, probe);
      const found = answerProblems(probe, response, captured);
      problems.push(...found.map((problem) => `${probe.name}: ${problem}`));
      for (const [key, member] of Object.entries(probe.capture ?? {})) {
        captured.set(key, String(memberOf(parsed(response.body), member)));
      }
    }
    return problems;
  });
}

function filled(text: string, captured: ReadonlyMap<string, string>): string {
  return text.replace(/\{(\w+)\}/g, (placeholder, name: string) => captured.get(name) ?? placeholder);
}

/** How an answer differs from what the probe expects. */
export function answerProblems(
  { expect }: ApiProbe,
  response: HttpResponse,
  captured: ReadonlyMap<string, string>,
): readonly string[] {
  if (response.status !== expect.status) {
    return [`expected status ${expect.status}, got ${response.status}: ${response.body.slice(0, 300)}`];
  }
  const problems: string[] = [];
  const contentType = response.headers["content-type"]?.split(";")[0]?.trim();
  if (expect.contentType !== undefined && contentType !== expect.contentType) {
    problems.push(`expected ${expect.contentType}, got ${contentType ?? "no content type"}`);
  }
  for (const [name, value] of Object.entries(expect.headers ?? {})) {
    const found = response.headers[name.toLowerCase()];
    if (found === undefined) problems.push(`header ${name} is missing`);
    else if (value !== undefined && found !== value) problems.push(`header ${name} is ${found}, not ${value}`);
  }
  const body = parsed(response.body);
  if (expect.schema !== undefined) problems.push(...schemaProblems(expect.schema, body));
  for (const [member, value] of Object.entries(expect.members ?? {})) {
    const wanted = typeof value === "string" ? filled(value, captured) : value;
    if (memberOf(body, member) !== wanted)
      problems.push(`${member} is ${String(memberOf(body, member))}, not ${wanted}`);
  }
  return problems;
}

function schemaProblems(schema: object, body: unknown): readonly string[] {
  const ajv = addFormats(new Ajv2020({ strict: false, allErrors: true }));
  const validate = ajv.compile(schema);
  return validate(body) ? [] : [`the body is not as the contract says: ${ajv.errorsText(validate.errors)}`];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function memberOf(body: unknown, name: string): unknown {
  return typeof body === "object" && body !== null ? Reflect.get(body, name) : undefined;
}
