/** When a breaker opens and closes. There is none without a time limit: a dependency that hangs would never count as failed. */
export interface BreakerSettings {
  /** Functions that name the same one share its state. */
  readonly dependency: string;
  /** A call that takes longer has failed. */
  readonly timeoutSeconds: number;
  /** So many failures, with no success between them, open it. */
  readonly failures: number;
  /** How long nothing passes. */
  readonly openSeconds: number;
  /** Calls that may be under way at once while it is half-open. */
  readonly probes: number;
  /** So many of them have to succeed, and none to fail, before it closes. */
  readonly successes: number;
}

/** What is known of a dependency: one item, which every function that calls it reads and writes. Times in milliseconds since 1970. */
export interface Circuit {
  readonly state: "closed" | "open" | "half-open";
  /** Of the item: one more with each write, so that nothing is written over what was not read. */
  readonly version: number;
  /** One more with each change of state: what a call says that was let through in an earlier one does not count. */
  readonly epoch: number;
  readonly failures: number;
  readonly successes: number;
  readonly openUntil: number;
  /** Probes under way: each with when it is given up, for its function may have died. */
  readonly probes: Readonly<Record<string, number>>;
  /** What was written last, for whoever looks at the item. */
  readonly because: "new" | "failure" | "success" | "probe";
}

export const newCircuit: Circuit = {
  state: "closed",
  version: 0,
  epoch: 0,
  failures: 0,
  successes: 0,
  openUntil: 0,
  probes: {},
  because: "new",
};

/** A call that may be made while the circuit is half-open: it has to have ended by then. */
export interface Probe {
  readonly call: string;
  readonly until: number;
}

/** What a call was told. */
export type Admission =
  | { readonly passes: true; readonly epoch: number; readonly probe?: Probe }
  | { readonly passes: false; readonly retryAfterSeconds: number };

/** A circuit after something happened: the same object when nothing is to be written. */
export interface Next<Result> {
  readonly circuit: Circuit;
  readonly result: Result;
}

/** Whether a call may be made now. @param call tells it from every other */
export function admit(circuit: Circuit, settings: BreakerSettings, now: number, call: string): Next<Admission> {
  if (circuit.state === "closed") return { circuit, result: { passes: true, epoch: circuit.epoch } };
  if (circuit.state === "open" && now < circuit.openUntil)
    return { circuit, result: { passes: false, retryAfterSeconds: (circuit.openUntil - now) / 1000 } };
  const half: Circuit =
    circuit.state === "half-open"
      ? circuit
      : { ...circuit, state: "half-open", epoch: circuit.epoch + 1, successes: 0, probes: {} };
  const live = Object.entries(half.probes).filter(([, until]) => until > now);
  if (live.length >= settings.probes)
    return { circuit, result: { passes: false, retryAfterSeconds: settings.timeoutSeconds } };
  const until = now + leaseMilliseconds(settings);
  return {
    circuit: { ...half, probes: { ...Object.fromEntries(live), [call]: until }, because: "probe" },
    result: { passes: true, epoch: half.epoch, probe: { call, until } },
  };
}

/** What came of a call that was let through. */
export function settle(
  circuit: Circuit,
  settings: BreakerSettings,
  now: number,
  { epoch, probe }: Extract<Admission, { passes: true }>,
  outcome: "success" | "failure",
): Next<void> {
  const same = { circuit, result: undefined };
  if (circuit.epoch !== epoch) return same;
  if (circuit.state === "closed") {
    if (outcome === "success" && circuit.failures === 0) return same;
    const failures = outcome === "failure" ? circuit.failures + 1 : 0;
    const counted: Circuit = { ...circuit, failures, because: outcome };
    return { circuit: failures < settings.failures ? counted : opened(counted, settings, now), result: undefined };
  }
  if (probe === undefined || circuit.probes[probe.call] === undefined) return same;
  if (outcome === "failure")
    return { circuit: opened({ ...circuit, because: outcome }, settings, now), result: undefined };
  const probes = Object.fromEntries(Object.entries(circuit.probes).filter(([call]) => call !== probe.call));
  const successes = circuit.successes + 1;
  const counted: Circuit = { ...circuit, probes, successes, because: outcome };
  return {
    circuit:
      successes < settings.successes
        ? counted
        : { ...newCircuit, version: circuit.version, epoch: circuit.epoch + 1, because: outcome },
    result: undefined,
  };
}

function opened(circuit: Circuit, { openSeconds }: BreakerSettings, now: number): Circuit {
  const openUntil = now + openSeconds * 1000;
  return { ...circuit, state: "open", epoch: circuit.epoch + 1, openUntil, failures: 0, successes: 0, probes: {} };
}

/** Twice what a probe may take: it has ended by then, whatever the clocks of two functions say. */
function leaseMilliseconds({ timeoutSeconds }: BreakerSettings): number {
  return timeoutSeconds * 2000;
}
