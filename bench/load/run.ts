import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { loadZone } from "../../declaration/load";
import { stacksForServices } from "../../declaration/needed-stacks";
import { keepRehearsal } from "../../test/e2e/kept-rehearsal";
import { loadOrders } from "./load-orders";

const account = "orders-dev";
const load = { perSecond: Number(process.env["LANDFALL_LOAD_RATE"] ?? 4), seconds: 60 };

/**
 * Deploys the sample's orders to a local AWS and places orders for a minute. Exits 1 when a request had no answer or another than 201, or an order
 * was lost. What it says of latency is the emulator's.
 *
 * LANDFALL_LOAD_RATE: orders a second. LANDFALL_SOAK_FIGURES: file that the figures are written to, for bench/soak.md.
 */
async function run(): Promise<number> {
  const kept = await keepRehearsal("--only", ...stacksForServices(loadZone("zone"), [account]));
  try {
    const domain = loadZone(kept.zone).accounts.find(({ name }) => name === account)?.service?.domainName ?? "";
    const before = loadavg()[0] ?? 0;
    const result = await loadOrders({ proxyUrl: kept.environment["HTTP_PROXY"] ?? "", domain }, load);
    const { answers, errors, lost, latency, seconds } = result;
    const placed = answers[201] ?? 0;
    const others = Object.entries(answers).filter(([status]) => status !== "201");
    const figures =
      `${account} on the local AWS, ${load.perSecond} orders a second for ${Math.round(seconds)} s: ${placed} answered 201` +
      `${others.map(([status, count]) => `, ${count} answered ${status}`).join("")}, ${errors} without an answer, ${lost.length} lost; ` +
      `half of the answers within ${latency.p50} ms, 97.5 % within ${latency.p97_5} ms, the slowest ${latency.max} ms; load average ${before.toFixed(1)} before`;
    console.log(figures);
    const file = process.env["LANDFALL_SOAK_FIGURES"];
    if (file !== undefined) writeFileSync(file, figures);
    return placed > 0 && others.length === 0 && errors === 0 && lost.length === 0 ? 0 : 1;
  } finally {
    kept.running.interrupt();
    await kept.running.ended;
  }
}

run().then(
  (code) => (process.exitCode = code),
  (error: unknown) => {
    console.error(error);
    process.exitCode = 1;
  },
);
