import { createServer, type Server } from "node:http";
import { mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { DynamoDBClient, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { GetRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { pythonEnvironment } from "../../../rehearsal/emulators/python-environment";
import type { FaultFacts } from "../../../rehearsal/faults/facts";
import { watchedFaults } from "../../../rehearsal/faults/watched-faults";
import { type Gateway, startGateway } from "../../../rehearsal/gateway/start-gateway";
import { throughProxy } from "../gateway/start";

const region = "eu-west-1";
const account = "111111111111";
const facts: FaultFacts = {
  accounts: ["payments-dev"],
  apis: new Map([["orders.example.com", { service: "orders", account: "orders-dev" }]]),
  services: ["dynamodb", "iam", "lambda", "s3"],
  operationsOf: () => ["PutItem", "Invoke", "PutObject", "GetItem"],
  accountName: (id) => (id === account ? "payments-dev" : undefined),
};

let directory: string;
let backend: Server;
let gateway: Gateway;
let file: string;
const said: string[] = [];
/** Calls that reached the service. */
let performed = 0;

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "landfall-faults-"));
  file = join(directory, "faults.yaml");
  backend = createServer((request, response) => {
    performed++;
    request.resume().on("end", () => response.writeHead(200, { "content-type": "application/json" }).end("{}"));
  });
  const socket = join(directory, "socket");
  await new Promise<void>((started) => backend.listen(socket, started));
  gateway = await startGateway({ runDirectory: directory, token: "secret", managementAccount: "123456789012", region });
  const { botocoreData } = await pythonEnvironment(resolve(".landfall"));
  gateway.connect({
    socketPaths: { moto: socket, ministack: socket },
    botocoreData,
    links: [],
    enforcesPolicies: false,
    faults: watchedFaults({ path: file, shown: "faults.yaml", mustExist: false }, facts, (line) => said.push(line)),
  });
}, 300_000);

afterAll(async () => {
  await gateway?.close();
  backend?.close();
  rmSync(directory, { recursive: true, force: true });
});
afterEach(() => {
  inForce({});
  performed = 0;
});

/** Replaces the file as an editor does. */
function inForce(faults: object): void {
  writeFileSync(`${file}.new`, JSON.stringify({ faults }));
  renameSync(`${file}.new`, file);
}

const handlerToken = `landfall:${Buffer.from(`arn:aws:iam::${account}:role/payments-handler payments-create`).toString("base64")}`;

/** Settings of a client of a handler's, or of somebody else's in the same account. */
function client(sessionToken: string | undefined = handlerToken, maxAttempts = 3) {
  const credentials = { accessKeyId: account, secretAccessKey: "test", ...(sessionToken ? { sessionToken } : {}) };
  return { endpoint: gateway.endpointUrl, region, credentials, maxAttempts };
}

const put = (options = client()) =>
  new DynamoDBClient(options).send(new PutItemCommand({ TableName: "payments", Item: { pk: { S: "1" } } }));
const recorded = () => gateway.record.calls({ operation: "PutItem" });
const ofPayments = { service: "dynamodb", operation: "PutItem", resource: "payments", account: "payments-dev" };

describe("a fault in the gateway", () => {
  test("is in no call while there is no rule", async () => {
    await put();
    expect(performed).toBe(1);
    expect(recorded().at(-1)).not.toHaveProperty("fault");
  });

  test("throttle: the SDK reads the service's own error, and tries again", async () => {
    inForce({ busy: { ...ofPayments, throttle: true, times: 2 } });
    const { $metadata } = await put();
    expect([$metadata.attempts, performed]).toEqual([3, 1]);
    expect(
      recorded()
        .slice(-3)
        .map(({ status, fault }) => [status, fault?.effect]),
    ).toEqual([
      [400, "throttle"],
      [400, "throttle"],
      [200, undefined],
    ]);
  });

  test("throttle: each protocol and service has its own", async () => {
    inForce({ busy: { throttle: true } });
    const once = client(handlerToken, 1);
    await expect(put(once)).rejects.toMatchObject({ name: "ProvisionedThroughputExceededException" });
    const invoke = new LambdaClient(once).send(new InvokeCommand({ FunctionName: "f" }));
    await expect(invoke).rejects.toMatchObject({
      name: "TooManyRequestsException",
      $metadata: { httpStatusCode: 429 },
    });
    const read = new IAMClient(once).send(new GetRoleCommand({ RoleName: "r" }));
    await expect(read).rejects.toMatchObject({ name: "Throttling", $metadata: { httpStatusCode: 400 } });
    const s3 = new S3Client({ ...once, forcePathStyle: true });
    const store = s3.send(new PutObjectCommand({ Bucket: "b", Key: "k", Body: "x" }));
    await expect(store).rejects.toMatchObject({ name: "SlowDown", $metadata: { httpStatusCode: 503 } });
    expect(performed).toBe(0);
  });

  test("error: the SDK reads code and status", async () => {
    inForce({ broken: { error: { code: "ResourceNotFoundException", status: 400 } } });
    await expect(put()).rejects.toMatchObject({
      name: "ResourceNotFoundException",
      message: "Injected by this rehearsal's fault broken.",
      $metadata: { httpStatusCode: 400 },
    });
    expect(performed).toBe(0);
  });

  test("drop before: nothing is done, and the connection is closed", async () => {
    inForce({ lost: { ...ofPayments, drop: "before" } });
    await expect(put(client(handlerToken, 1))).rejects.toThrow("socket hang up");
    expect(performed).toBe(0);
    expect(recorded().at(-1)).toMatchObject({ status: 0, fault: { rules: ["lost"], effect: "drop before" } });
  });

  test("drop after: it is done, the caller does not know, and its SDK does it again", async () => {
    inForce({ lost: { ...ofPayments, drop: "after", times: 1 } });
    const { $metadata } = await put();
    expect([$metadata.attempts, performed]).toEqual([2, 2]);
    expect(recorded().at(-2)).toMatchObject({ status: 200, backend: "ministack", fault: { effect: "drop after" } });
  });

  test("delay: it is done later", async () => {
    inForce({ slow: { delay: 300 } });
    const began = Date.now();
    await put();
    expect(Date.now() - began).toBeGreaterThanOrEqual(295);
    expect([performed, recorded().at(-1)?.fault?.effect]).toEqual([1, "delay 300 ms"]);
  });

  test("leaves calls of others than workloads alone, but where everyone's are meant", async () => {
    inForce({ lost: { drop: "before" } });
    await put(client(""));
    inForce({ lost: { drop: "before", callers: "everyone" } });
    await expect(put(client("", 1))).rejects.toThrow("socket hang up");
    expect(performed).toBe(1);
  });

  test("leaves other tables, operations and roles alone", async () => {
    inForce({
      table: { service: "dynamodb", resource: "orders", drop: "before" },
      operation: { service: "dynamodb", operation: "GetItem", drop: "before" },
      role: { role: "orders-*", drop: "before" },
      process: { kill: "before" },
    });
    await put();
    expect(performed).toBe(1);
  });

  test("in an API's requests: errors, and closed connections", async () => {
    inForce({ down: { api: "orders", error: { status: 503 }, times: 1 }, cut: { api: "orders", drop: "before" } });
    expect(await throughProxy(gateway, "GET", "http://orders.example.com/orders")).toEqual({
      status: 503,
      text: '{"message":"Service Unavailable"}',
    });
    await expect(throughProxy(gateway, "GET", "http://orders.example.com/orders")).rejects.toThrow("socket hang up");
    expect(gateway.record.calls({ service: "execute-api" }).map(({ fault }) => fault?.rules)).toEqual([
      ["down"],
      ["cut"],
    ]);
    expect((await throughProxy(gateway, "GET", "http://other.example.com/")).status).toBe(404);
  });
});

describe("the file of faults", () => {
  test("is told of when it is broken, and the former rules stay", async () => {
    inForce({ lost: { drop: "before", times: 1 } });
    await put();
    writeFileSync(file, "faults:\n  lost: { dorp: before }\n");
    await put();
    expect(said.at(-1)).toBe('faults.yaml:2:11 LF1201 unknown key "dorp"; did you mean drop?\nThe former faults stay.');
    rmSync(file);
    await put();
    expect(said.at(-1)).toContain("faults.yaml:1:1 LF1003 cannot be read");
  });

  test("is asked for at the start when it is named", () => {
    const missing = { path: join(directory, "nowhere.yaml"), shown: "nowhere.yaml", mustExist: true };
    expect(() => watchedFaults(missing, facts, () => {})).toThrow("nowhere.yaml:1:1 LF1003 cannot be read");
  });
});
