import { resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { keepRehearsalOf, type KeptRehearsal } from "./kept-rehearsal";
import { bulkheadPattern } from "./patterns/bulkhead";
import { circuitBreakerPattern } from "./patterns/circuit-breaker";
import { cqrsKept } from "./patterns/cqrs";
import { eventBus } from "./patterns/event-bus";
import { eventSourcingKept } from "./patterns/event-sourcing";
import { fanOutKept } from "./patterns/fan-out";
import { idempotentConsumer } from "./patterns/idempotent-consumer";
import { jobObserverKept } from "./patterns/job-observer";
import { quotesKept } from "./patterns/quotes";
import { storageFirst } from "./patterns/storage-first";
import { securedPattern } from "./patterns/secured";
import { stranglerPattern } from "./patterns/strangler";
import { streamAnalyticsKept } from "./patterns/stream-analytics";
import { textsKept } from "./patterns/texts";
import { transactionalOutboxKept } from "./patterns/transactional-outbox";
import { wordcountKept } from "./patterns/wordcount";
import { rehearsalOptions, type Rehearsed, rehearsed } from "./rehearsed";

/** Shows from outside what each pattern promises, and that it does not hold without its mechanism. */
const patterns: readonly ((rehearsal: () => KeptRehearsal) => void)[] = [
  storageFirst,
  idempotentConsumer,
  eventBus,
  eventSourcingKept,
  cqrsKept,
  transactionalOutboxKept,
  fanOutKept,
  streamAnalyticsKept,
  textsKept,
  jobObserverKept,
  quotesKept,
  wordcountKept,
  circuitBreakerPattern,
  bulkheadPattern,
  stranglerPattern,
  securedPattern,
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
