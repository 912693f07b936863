import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unzipSync } from "fflate";

/** What a process says that loads a bundle as Lambda does and invokes it. */
export interface Run {
  readonly bytes: number;
  readonly importMilliseconds: number;
  /** Of an invocation that follows a thousand others. */
  readonly p50Milliseconds: number;
}

const program = `
  const [file, event, invocations] = process.argv.slice(1);
  const began = performance.now();
  const { handler } = await import(file);
  const importMilliseconds = performance.now() - began;
  const out = process.stdout.write.bind(process.stdout);
  process.stdout.write = () => true;
  const times = [];
  const warm = Number(invocations) > 0 ? 1000 : 0;
  for (let i = 0; i < warm + Number(invocations); i++) {
    const given = JSON.parse(event);
    const start = performance.now();
    const answer = await handler(given, { getRemainingTimeInMillis: () => 10000 });
    if (i >= warm) times.push(performance.now() - start);
    if (answer?.statusCode >= 300 || answer?.batchItemFailures?.length > 0) throw new Error(JSON.stringify(answer));
  }
  times.sort((a, b) => a - b);
  out(JSON.stringify({ importMilliseconds, p50Milliseconds: times[times.length >> 1] ?? 0 }));
  process.exit();
`;

/** Runs a zip's handler in a process of its own; without invocations it only loads it. */
export function runBundle(zip: Uint8Array, event: object, invocations: number): Run {
  const folder = mkdtempSync(join(tmpdir(), "landfall-bench-"));
  try {
    const code = unzipSync(zip)["index.mjs"] ?? new Uint8Array();
    const file = join(folder, "index.mjs");
    writeFileSync(file, code);
    const args = ["--input-type=module", "-e", program, file, JSON.stringify(event), String(invocations)];
    const said = execFileSync(process.execPath, args, { encoding: "utf8", env: lambdaEnvironment });
    return { bytes: code.byteLength, ...(JSON.parse(said) as Omit<Run, "bytes">) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** As Lambda sets it, tracing on, and as the stack sets it. */
const lambdaEnvironment = {
  // The SDK tells of versions of Node to come.
  NODE_NO_WARNINGS: "1",
  AWS_REGION: "eu-west-1",
  AWS_ACCESS_KEY_ID: "key",
  AWS_SECRET_ACCESS_KEY: "secret",
  AWS_EXECUTION_ENV: "AWS_Lambda_nodejs22.x",
  AWS_LAMBDA_FUNCTION_NAME: "orders",
  LAMBDA_TASK_ROOT: tmpdir(),
  _X_AMZN_TRACE_ID: "Root=1-5759e988-bd862e3fe1be46a994272793;Parent=557abcec3ee5a047;Sampled=1",
  AWS_XRAY_DAEMON_ADDRESS: "127.0.0.1:9",
  POWERTOOLS_SERVICE_NAME: "orders",
  POWERTOOLS_METRICS_NAMESPACE: "orders",
  ORDERS_TABLE: "orders-orders",
  PAYMENTS_TABLE: "payments-payments",
  IDEMPOTENCY_TABLE: "orders.idempotency",
  CONFIRMATIONS_QUEUE: "https://sqs.eu-west-1.amazonaws.com/111122223333/orders-confirmations",
  // Of a bare handler.
  TABLE: "orders-orders",
};
