import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import type { ApiKind } from "../../../workloads/api/api-definition";
import { bundleOperation } from "../../../workloads/bundle/bundle-function";
import { loadContract } from "../../../workloads/contract/load-contract";
import { type Contract, type Operation, pathsOf } from "../../../workloads/contract/model";
import type { Send } from "../../../workloads/contract/run-probes";
import { withFunction } from "../../../workloads/microservice/check-operations";
import type { ServiceDefinition } from "../../../workloads/service-definition";
import { merged } from "../../../workloads/uses/use";
import { resourceVariable } from "../../../workloads/uses/variables";

/** Loads a bundle as Lambda does, then answers one event a line. What it logs goes to the parent's eyes as text. */
const host = `
  import { createInterface } from "node:readline";
  const { handler } = await import(process.argv[1]);
  for await (const line of createInterface({ input: process.stdin })) {
    const result = await handler(JSON.parse(line), {});
    process.stderr.write("RESULT " + JSON.stringify(result) + "\\n");
  }
`;

interface LambdaResult {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface RunningService {
  readonly contract: Contract;
  readonly send: Send;
  /** What the functions printed: logs and metrics. */
  readonly logs: readonly string[];
  close(): void;
}

/** Runs a service's real bundles, one process a function, behind the routing of either kind of API. */
export function runService(service: ServiceDefinition, dynamoDbUrl: string, kind: ApiKind = "http"): RunningService {
  const whole = loadContract(service.contract);
  // What is stored without a function is API Gateway's alone.
  const contract: Contract = { ...whole, operations: withFunction(service, whole) };
  const folder = mkdtempSync(join(tmpdir(), "landfall-functions-"));
  const logs: string[] = [];
  const functions = new Map(
    contract.operations.map((operation) => [
      operation.id,
      start(service, contract, operation, folder, dynamoDbUrl, logs),
    ]),
  );
  const send: Send = async (request) => {
    const [path = "", query = ""] = request.path.split("?");
    const routed = route(contract, request.method, path);
    const invoke = routed && functions.get(routed.operation.id)?.invoke;
    if (!invoke)
      return { status: 404, headers: { "content-type": "application/json" }, body: '{"message":"Not Found"}' };
    const result = await invoke(events[kind](request, routed, path, query));
    return { status: result.statusCode, headers: result.headers, body: result.body ?? "" };
  };
  const close = (): void => {
    for (const { process } of functions.values()) process.kill();
    rmSync(folder, { recursive: true, force: true });
  };
  return { contract, send, logs, close };
}

interface Routed {
  readonly operation: Operation;
  readonly routeKey: string;
  readonly parameters: Readonly<Record<string, string>>;
}

type EventOf = (request: Parameters<Send>[0], routed: Routed, path: string, query: string) => object;

/** What each kind of API hands to a function (payload formats 2.0 and 1.0). */
const events: Readonly<Record<ApiKind, EventOf>> = {
  http: (request, { routeKey, parameters }, path, query) => ({
    version: "2.0",
    routeKey,
    headers: request.headers,
    pathParameters: parameters,
    ...(query === "" ? {} : { queryStringParameters: Object.fromEntries(new URLSearchParams(query)) }),
    requestContext: { requestId: "request-1", http: { method: request.method, path } },
    ...(request.body === undefined ? {} : { body: request.body }),
    isBase64Encoded: false,
  }),
  rest: (request, { operation, parameters }, path, query) => {
    const values = new URLSearchParams(query);
    const lists = Object.fromEntries([...values.keys()].map((name) => [name, values.getAll(name)]));
    // Header names are as the client wrote them.
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name.toUpperCase(), value]),
    );
    return {
      resource: operation.path,
      path,
      httpMethod: request.method,
      headers,
      multiValueHeaders: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, [value]])),
      queryStringParameters: query === "" ? null : Object.fromEntries(values),
      multiValueQueryStringParameters: query === "" ? null : lists,
      pathParameters: Object.keys(parameters).length === 0 ? null : parameters,
      stageVariables: null,
      requestContext: { requestId: "request-1", httpMethod: request.method, resourcePath: operation.path },
      body: request.body ?? null,
      isBase64Encoded: false,
    };
  },
};

function start(
  service: ServiceDefinition,
  contract: Contract,
  operation: Operation,
  folder: string,
  dynamoDbUrl: string,
  logs: string[],
): { readonly process: ChildProcess; readonly invoke: (event: object) => Promise<LambdaResult> } {
  const { file } = bundleOperation(service, contract, operation);
  mkdirSync(join(folder, operation.id));
  for (const [name, content] of Object.entries(unzipSync(readFileSync(file)))) {
    writeFileSync(join(folder, operation.id, name), content);
  }
  const child = spawn(process.execPath, ["--input-type=module", "-e", host, join(folder, operation.id, "index.mjs")], {
    env: environment(service, operation, dynamoDbUrl),
    stdio: ["pipe", "pipe", "pipe"],
  });
  const waiting: ((result: LambdaResult) => void)[] = [];
  createInterface({ input: child.stdout }).on("line", (line) => logs.push(line));
  createInterface({ input: child.stderr }).on("line", (line) => {
    if (line.startsWith("RESULT ")) waiting.shift()?.(JSON.parse(line.slice("RESULT ".length)));
    else logs.push(line);
  });
  const invoke = (event: object): Promise<LambdaResult> =>
    new Promise((resolve) => {
      waiting.push(resolve);
      child.stdin.write(`${JSON.stringify(event)}\n`);
    });
  return { process: child, invoke };
}

/** What Lambda sets, with tracing on and no X-Ray daemon in sight, and what the stack sets. */
function environment(service: ServiceDefinition, operation: Operation, dynamoDbUrl: string): Record<string, string> {
  const uses = service.operations[operation.id]?.uses ?? [];
  return {
    AWS_REGION: "eu-west-1",
    AWS_ACCESS_KEY_ID: "key",
    AWS_SECRET_ACCESS_KEY: "secret",
    AWS_SESSION_TOKEN: "token",
    AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x",
    AWS_LAMBDA_FUNCTION_NAME: `${service.name}-${operation.id}`,
    LAMBDA_TASK_ROOT: tmpdir(),
    _X_AMZN_TRACE_ID: "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=557abcec3ee5a047;Sampled=1",
    AWS_XRAY_DAEMON_ADDRESS: "127.0.0.1:9",
    AWS_ENDPOINT_URL: dynamoDbUrl,
    POWERTOOLS_SERVICE_NAME: service.name,
    POWERTOOLS_METRICS_NAMESPACE: service.name,
    ...Object.fromEntries(
      merged(uses).map(({ kind, name }) => [resourceVariable(kind, name), `${service.name}-${name}`]),
    ),
  };
}

/** A method's route wins over `ANY` (API Gateway guide, "Routing API requests"). */
function route(contract: Contract, method: string, path: string): Routed | undefined {
  for (const template of pathsOf(contract)) {
    const pattern = new RegExp(`^${template.replace(/\{(\w+)\}/g, "(?<$1>[^/]+)")}$`);
    const match = pattern.exec(path);
    if (!match) continue;
    const onPath = contract.operations.filter((operation) => operation.path === template);
    const exact = onPath.find((operation) => operation.method === method);
    const operation = exact ?? onPath[0];
    if (!operation) continue;
    return { operation, routeKey: `${exact ? method : "ANY"} ${template}`, parameters: { ...match.groups } };
  }
  return undefined;
}
