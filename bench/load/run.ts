import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { loadZone } from "../../declaration/load";
import { stacksForServices } from "../../declaration/needed-stacks";
import { localAwsUrl } from "../../rehearsal/local-aws";
import { keepRehearsal } from "../../test/e2e/kept-rehearsal";
import { type Load, loadOrders, type LoadResult } from "./load-orders";

const account = "orders-dev";
const load: Load = { perSecond: Number(process.env["LANDFALL_LOAD_RATE"] ?? 4), seconds: 60 };

/**
 * Deploys the sample's orders to a local AWS and places orders for a minute. Exits 1 when a request had no answer or another than 201, or an order
 * was lost. What it says of latency is the emulator's. In a shell that has sourced the environment.sh of a kept rehearsal it takes that one.
 *
 * LANDFALL_LOAD_RATE: orders a second. LANDFALL_SOAK_FIGURES: file that the figures are written to, for bench/soak.md.
 */
async function run(): Promise<number> {
  const before = loadavg()[0] ?? 0;
  const result = await (process.env["AWS_ENDPOINT_URL"] === localAwsUrl
    ? loadOn(process.env)
    : onRehearsal((environment) => loadOn(environment)));
  const figures = `${figuresOf(result)}; load average ${before.toFixed(0)} before`;
  console.log(figures);
  const file = process.env["LANDFALL_SOAK_FIGURES"];
  if (file !== undefined) writeFileSync(file, figures);
  const placed = result.answers[201] ?? 0;
  const allAnswered = result.errors === 0 && Object.keys(result.answers).length === 1;
  return placed > 0 && allAnswered && result.lost.length === 0 ? 0 : 1;
}

async function onRehearsal(work: (environment: NodeJS.ProcessEnv) => Promise<LoadResult>): Promise<LoadResult> {
  const kept = await keepRehearsal("--only", ...stacksForServices(loadZone("zone"), [account]));
  try {
    return await work(kept.environment);
  } finally {
    kept.running.interrupt();
    await kept.running.ended;
  }
}

function loadOn(environment: NodeJS.ProcessEnv): Promise<LoadResult> {
  const zone = loadZone(environment["LANDFALL_ZONE"] ?? "zone");
  const domain = zone.accounts.find(({ name }) => name === account)?.service?.domainName ?? "";
  return loadOrders({ proxyUrl: environment["HTTP_PROXY"] ?? "", domain }, load);
}

function figuresOf({ answers, errors, lost, latency, seconds }: LoadResult): string {
  const counts = Object.entries(answers).map(([status, count]) => `${count} answered ${status}`);
  return (
    `${account} on the local AWS, ${load.perSecond} orders a second for ${Math.round(seconds)} s: ${counts.join(", ")}, ` +
    `${errors} without an answer, ${lost.length} lost; half of the answers within ${latency.p50} ms, ` +
    `97.5 % within ${latency.p97_5} ms, the slowest ${latency.max} ms`
  );
}

run().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
