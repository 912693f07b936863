import { afterEach, beforeEach, expect, test } from "@jest/globals";
import { type Interruption, interruptible } from "../../cli/interrupt";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** A browser that a test file before has driven in this process ends it on a signal. */
const others = new Map(signals.map((signal) => [signal, process.listeners(signal)]));

let interruption: Interruption;
beforeEach(() => signals.forEach((signal) => process.removeAllListeners(signal)));
afterEach(() => {
  interruption.dispose();
  for (const [signal, listeners] of others) listeners.forEach((listener) => process.on(signal, listener));
});

function aborted(): string[] {
  const { stop, interrupt, force } = interruption;
  return Object.entries({ stop, interrupt, force }).flatMap(([name, signal]) => (signal.aborted ? [name] : []));
}

test("each signal is one step harder, and the next step is announced", () => {
  const said: string[] = [];
  interruption = interruptible((line) => said.push(line), true);
  process.emit("SIGINT");
  expect(aborted()).toEqual(["stop"]);
  process.emit("SIGTERM");
  expect(aborted()).toEqual(["stop", "interrupt"]);
  process.emit("SIGINT");
  expect(aborted()).toEqual(["stop", "interrupt", "force"]);
  process.emit("SIGINT");
  expect(said).toHaveLength(3);
});

test("where nothing is worth finishing, the first signal interrupts", () => {
  interruption = interruptible(() => undefined);
  process.emit("SIGHUP");
  expect(aborted()).toEqual(["stop", "interrupt"]);
});
