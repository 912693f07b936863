import { join } from "node:path";
import { build } from "../../workloads/bundle/build";
import { accessSource } from "../../workloads/bundle/access-source";
import { handlerFile } from "../../workloads/bundle/bundle-function";
import { operationSources } from "../../workloads/bundle/generated-sources";
import { loadContract } from "../../workloads/contract/load-contract";
import { serviceNamed } from "../../workloads/services";
import type { Figure, Measurement } from "../figure";
import { median } from "../median";
import { type Run, runBundle } from "./run-bundle";

const invocations = 10_000;
const starts = 9;

const requests: Readonly<Record<string, object>> = {
  createOrder: {
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ customerId: "c", currency: "EUR", items: [{ sku: "TEA", quantity: 2, unitPrice: 450 }] }),
  },
  getOrder: { headers: {}, pathParameters: { orderId: "01890a5d-ac96-774b-bcce-b302099a8057" } },
  listOrders: { headers: {}, queryStringParameters: { limit: "20" } },
};

interface Compared {
  readonly id: string;
  readonly event: object;
  /** Zip of the operation as it is deployed, and of a handler that does the same call and nothing else. */
  readonly zips: (replaced?: Readonly<Record<string, string>>) => readonly [ours: Uint8Array, bare: Uint8Array];
}

function operations(): readonly Compared[] {
  const service = serviceNamed("orders");
  const contract = loadContract(service.contract);
  return contract.operations.map((operation) => {
    const { id, method, path } = operation;
    const handler = handlerFile(service, id);
    const access = accessSource(service, service.operations[id]?.uses ?? []);
    const sources = operationSources(contract, operation, handler, access).files;
    const bare = { "index.mjs": `export { handler } from ${JSON.stringify(join(__dirname, "bare", `${id}.ts`))};` };
    const requestContext = { requestId: "request-1", http: { method, path } };
    const event = { routeKey: `${method} ${path}`, requestContext, isBase64Encoded: false, ...requests[id] };
    return { id, event, zips: (replaced) => [build(sources, replaced).zip, build(bare, replaced).zip] };
  });
}

/** What is loaded, and how long that takes. */
async function* starting(): AsyncIterable<Figure> {
  for (const { id, event, zips } of operations()) {
    const [ours, bare] = zips();
    const runs = (zip: Uint8Array): readonly Run[] => Array.from({ length: starts }, () => runBundle(zip, event, 0));
    const [ourRuns, bareRuns] = [runs(ours), runs(bare)];
    const bytes = bareRuns[0]?.bytes ?? 0;
    yield {
      name: `${id}: bundle, not zipped`,
      value: ourRuns[0]?.bytes ?? 0,
      unit: "bytes",
      aim: { atMost: 1.5 * bytes },
      baseline: { name: "a bare handler", value: bytes },
    };
    const cold = (of: readonly Run[]): number => median(of.map(({ importMilliseconds }) => importMilliseconds));
    yield {
      name: `${id}: cold import`,
      value: cold(ourRuns),
      unit: "ms",
      aim: { atMost: cold(bareRuns) + 40 },
      baseline: { name: "a bare handler", value: cold(bareRuns) },
    };
  }
}

/** What an invocation takes when AWS answers at once. */
async function* invoking(): AsyncIterable<Figure> {
  const stub = { "@smithy/node-http-handler": join(__dirname, "stub-http-handler.ts") };
  for (const { id, event, zips } of operations()) {
    const [ours, bare] = zips(stub);
    const bareMilliseconds = runBundle(bare, event, invocations).p50Milliseconds;
    yield {
      name: `${id}: p50 of ${invocations.toLocaleString("en")} invocations`,
      value: runBundle(ours, event, invocations).p50Milliseconds,
      unit: "ms",
      aim: { atMost: bareMilliseconds + 1 },
      baseline: { name: "a bare handler", value: bareMilliseconds },
    };
  }
}

export const measurements: readonly Measurement[] = [starting, invoking];
