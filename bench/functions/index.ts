import { join } from "node:path";
import { build } from "../../workloads/bundle/build";
import { accessSource } from "../../workloads/bundle/access-source";
import { handlerFile } from "../../workloads/bundle/bundle-function";
import { operationSources } from "../../workloads/bundle/generated-sources";
import { loadContract } from "../../workloads/contract/load-contract";
import { serviceNamed } from "../../workloads/services";
import type { Figure, Measurement } from "../figure";
import { median } from "../median";
import { runBundle } from "./run-bundle";

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

/** Each operation of the orders service as it is deployed, beside a handler that does the same call and nothing else. */
async function* overhead(): AsyncIterable<Figure> {
  const service = serviceNamed("orders");
  const contract = loadContract(service.contract);
  const stub = { "@smithy/node-http-handler": join(__dirname, "stub-http-handler.ts") };
  for (const operation of contract.operations) {
    const handler = handlerFile(service, operation.id);
    const access = accessSource(service, service.operations[operation.id]?.uses ?? []);
    const sources = operationSources(contract, operation, handler, access).files;
    const bare = {
      "index.mjs": `export { handler } from ${JSON.stringify(join(__dirname, "bare", `${operation.id}.ts`))};`,
    };
    const routeKey = `${operation.method} ${operation.path}`;
    const requestContext = { requestId: "request-1", http: { method: operation.method, path: operation.path } };
    const event = { routeKey, requestContext, isBase64Encoded: false, ...requests[operation.id] };

    const [ours, theirs] = [build(sources).zip, build(bare).zip];
    const [oursStubbed, theirsStubbed] = [build(sources, stub).zip, build(bare, stub).zip];
    const run = runBundle(oursStubbed, event, invocations);
    const bareRun = runBundle(theirsStubbed, event, invocations);
    const imported = (zip: Uint8Array): number =>
      median(Array.from({ length: starts }, () => runBundle(zip, event, 0).importMilliseconds));
    const [cold, bareCold] = [imported(ours), imported(theirs)];
    const [bytes, bareBytes] = [runBundle(ours, event, 0).bytes, runBundle(theirs, event, 0).bytes];
    const { id } = operation;
    yield {
      name: `${id}: p50 of ${invocations.toLocaleString("en")} invocations`,
      value: run.p50Milliseconds,
      unit: "ms",
      aim: { atMost: bareRun.p50Milliseconds + 1 },
      baseline: { name: "a bare handler", value: bareRun.p50Milliseconds },
    };
    yield {
      name: `${id}: cold import`,
      value: cold,
      unit: "ms",
      aim: { atMost: bareCold + 40 },
      baseline: { name: "a bare handler", value: bareCold },
    };
    yield {
      name: `${id}: bundle, not zipped`,
      value: bytes,
      unit: "bytes",
      aim: { atMost: 1.5 * bareBytes },
      baseline: { name: "a bare handler", value: bareBytes },
    };
  }
}

export const measurements: readonly Measurement[] = [overhead];
