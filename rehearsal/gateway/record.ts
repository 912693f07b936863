import { createWriteStream } from "node:fs";
import { join } from "node:path";

/** One line of the gateway's record. */
export interface RecordedCall {
  /** ISO 8601. */
  readonly time: string;
  readonly account: string;
  readonly principal: string;
  readonly service: string;
  readonly operation: string;
  /** Account the touched resource belongs to: another than the caller's for a bucket of another account. */
  readonly resourceAccount: string;
  readonly status: number;
  readonly milliseconds: number;
  /** `moto`, `ministack`, or `gateway` when a link answered. */
  readonly backend: string;
}

/** Every call since the start, in memory and in `calls.jsonl` of the run directory. */
export interface CallRecord {
  add(call: RecordedCall): void;
  calls(matching?: Partial<RecordedCall>): readonly RecordedCall[];
  /** Calls by `service:operation`, most frequent first. */
  counts(): readonly (readonly [string, number])[];
  close(): Promise<void>;
}

export function createRecord(runDirectory: string): CallRecord {
  const file = createWriteStream(join(runDirectory, "calls.jsonl"), { flags: "a", mode: 0o600 });
  const calls: RecordedCall[] = [];
  return {
    add: (call) => {
      calls.push(call);
      file.write(`${JSON.stringify(call)}\n`);
    },
    calls: (matching = {}) => calls.filter((call) => matches(call, matching)),
    counts: () => {
      const counts = new Map<string, number>();
      for (const { service, operation } of calls) {
        const name = `${service}:${operation}`;
        counts.set(name, (counts.get(name) ?? 0) + 1);
      }
      return [...counts].sort(([, a], [, b]) => b - a);
    },
    close: () => new Promise((resolve) => file.end(() => resolve())),
  };
}

function matches(call: RecordedCall, matching: Partial<RecordedCall>): boolean {
  const facts: Readonly<Record<string, unknown>> = { ...call };
  return Object.entries(matching).every(([name, value]) => facts[name] === value);
}
