import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { bulkheadPattern } from "./patterns/bulkhead";
import { circuitBreakerPattern } from "./patterns/circuit-breaker";
import { stranglerPattern } from "./patterns/strangler";
import { keepRehearsalOf, type KeptRehearsal } from "./kept-rehearsal";
import { rehearsalOptions, type Rehearsed, rehearsed } from "./rehearsed";

/** Shows from outside what each pattern promises, and that it does not hold without its mechanism. */
const patterns: readonly ((rehearsal: () => KeptRehearsal) => void)[] = [
  circuitBreakerPattern,
  bulkheadPattern,
  stranglerPattern,
];

/** One account a pattern, each with the small service that uses it. */
describe("the rehearsal of the patterns", () => {
  let kept: KeptRehearsal | undefined;
  let result: Rehearsed;
  const before = process.cwd();

  beforeAll(async () => {
    const project = resolve(__dirname, "../../examples/patterns");
    // Its services are found, and bundled, from there.
    process.chdir(project);
    kept = await keepRehearsalOf(project, ...rehearsalOptions("zone", "patterns"));
    result = rehearsed("patterns", kept.running.output());
  }, 2_700_000);

  afterAll(async () => {
    process.chdir(before);
    kept?.running.interrupt();
    await kept?.running.ended;
  }, 180_000);

  test("deploys every stack and passes every check", () => {
    expect(result.report.deployment.stacks.filter((stack) => stack.status !== "done")).toEqual([]);
    expect(result.report.checks.filter((check) => !check.ok)).toEqual([]);
  });

  const keptPatterns = (): KeptRehearsal => {
    if (kept === undefined) throw new Error("the patterns are not kept");
    return kept;
  };
  for (const pattern of patterns) pattern(keptPatterns);
});
