import { execFile } from "node:child_process";
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "@jest/globals";
import { unzipSync } from "fflate";
import { build } from "../../workloads/bundle/build";
import { bundleOperation } from "../../workloads/bundle/bundle-function";
import { loadContract } from "../../workloads/contract/load-contract";
import { serviceNamed } from "../../workloads/services";

const trace = "1-5759e988-bd862e3fe1be46a994272793";

/** What a bundle tells the X-Ray daemon while it answers an event. */
async function told(zip: Uint8Array, event: object): Promise<readonly unknown[]> {
  const folder = mkdtempSync(join(tmpdir(), "landfall-traced-"));
  const daemon = createSocket("udp4").bind(0, "127.0.0.1");
  const dynamodb = createServer((_request, response) =>
    response.setHeader("content-type", "application/x-amz-json-1.0").end('{"Item":{"id":{"S":"1"}}}'),
  ).listen(0, "127.0.0.1");
  const documents: unknown[] = [];
  try {
    await Promise.all([once(daemon, "listening"), once(dynamodb, "listening")]);
    const address = dynamodb.address();
    daemon.on("message", (message) => documents.push(JSON.parse(message.toString().split("\n")[1] ?? "")));
    writeFileSync(join(folder, "index.mjs"), unzipSync(zip)["index.mjs"] ?? "");
    const program = `const { handler } = await import(${JSON.stringify(join(folder, "index.mjs"))});
      await handler(${JSON.stringify(event)}, { getRemainingTimeInMillis: () => 10000 });
      setTimeout(() => process.exit(), 200);`;
    await promisify(execFile)(process.execPath, ["--input-type=module", "-e", program], {
      env: {
        ...{ AWS_REGION: "eu-west-1", AWS_ACCESS_KEY_ID: "key", AWS_SECRET_ACCESS_KEY: "secret" },
        ...{ AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x", LAMBDA_TASK_ROOT: folder, ORDERS_TABLE: "orders-orders" },
        _X_AMZN_TRACE_ID: `Root=${trace};Parent=557abcec3ee5a047;Sampled=1`,
        AWS_XRAY_DAEMON_ADDRESS: `127.0.0.1:${daemon.address().port}`,
        AWS_ENDPOINT_URL: `http://127.0.0.1:${typeof address === "object" ? (address?.port ?? 0) : 0}`,
      },
    });
    return documents;
  } finally {
    daemon.close();
    dynamodb.close();
    rmSync(folder, { recursive: true });
  }
}

describe("the X-Ray SDK in a bundle", () => {
  test("tells of the invocation and of its call, with what X-Ray records of DynamoDB", async () => {
    const orders = serviceNamed("orders");
    const contract = loadContract(orders.contract);
    const operation = contract.operations.find(({ id }) => id === "getOrder");
    if (operation === undefined) throw new Error("orders has no getOrder");
    const { file } = bundleOperation(orders, contract, operation);
    const documents = await told(readFileSync(file), {
      routeKey: "GET /orders/{orderId}",
      requestContext: { requestId: "request-1", http: { method: "GET", path: "/orders/1" } },
      headers: {},
      pathParameters: { orderId: "01890a5d-ac96-774b-bcce-b302099a8057" },
    });
    const common = { trace_id: trace, type: "subsegment" };
    expect(documents).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...common, name: "## getOrder", parent_id: "557abcec3ee5a047" }),
        expect.objectContaining({
          ...common,
          name: "DynamoDB",
          namespace: "aws",
          aws: expect.objectContaining({ operation: "GetItem", region: "eu-west-1", table_name: "orders-orders" }),
        }),
      ]),
    );
  });

  test("keeps what it records of S3 and SQS where their clients are", () => {
    const text = (source: string): string =>
      Buffer.from(unzipSync(build({ "index.mjs": source }).zip)["index.mjs"] ?? []).toString();
    const clients = (...names: readonly string[]): string =>
      [...names, "telemetry"]
        .map((name) => `export * from ${JSON.stringify(join(__dirname, "../../workloads/runtime", `${name}.ts`))};`)
        .join("\n");
    const records = (bundle: string): readonly string[] => [
      ...(bundle.includes("changeMessageVisibilityBatch") ? ["sqs"] : []),
      ...(bundle.includes("bucket_name") ? ["s3"] : []),
    ];
    expect(records(text(clients()))).toEqual([]);
    expect(records(text(clients("clients/sqs")))).toEqual(["sqs"]);
    expect(records(text(clients("clients/s3", "clients/sqs")))).toEqual(["sqs", "s3"]);
  });
});
