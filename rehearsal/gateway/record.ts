import { createWriteStream } from "node:fs";
import { join } from "node:path";
import type { Authorization } from "../authorize/authorization";

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
  /** 0 when the service was not asked and nothing was answered. */
  readonly status: number;
  readonly milliseconds: number;
  /** `moto`, `ministack`, or `gateway` when a link answered. */
  readonly backend: string;
  /** What the organisation's policies said of it, unless they allowed it. */
  readonly authorization?: RecordedAuthorization;
  /** What was done to it, if the rehearsal has faults. */
  readonly fault?: RecordedFault;
}

/** Names of the rules that hit a call, and what they did: `drop after`, `delay 500 ms, throttle`. */
export interface RecordedFault {
  readonly rules: readonly string[];
  readonly effect: string;
}

/** A call that was refused, or let through although nobody could tell. */
export interface RecordedAuthorization {
  readonly verdict: "denied" | "undecided";
  readonly action: string;
  /** ARN; undefined when it cannot be derived. */
  readonly resource: string | undefined;
  /** Id and statement of the policy that denies; undefined when none allows. */
  readonly policy?: string | undefined;
  readonly statement?: string | undefined;
  /** What would have to be known of an undecided call. */
  readonly needs?: readonly string[];
}

/** Every call since the start, in memory and in `calls.jsonl` of the run directory. */
export interface CallRecord {
  add(call: RecordedCall): void;
  calls(matching?: Partial<RecordedCall>): readonly RecordedCall[];
  /** Calls by `service:operation`, most frequent first. */
  counts(): readonly (readonly [string, number])[];
  close(): Promise<void>;
}

export function recorded(authorization: Authorization): { authorization?: RecordedAuthorization } {
  switch (authorization.verdict) {
    case "allowed":
      return {};
    case "undecided":
      return { authorization };
    case "denied": {
      const { verdict, action, resource, policy, statement } = authorization;
      return { authorization: { verdict, action, resource, policy, statement } };
    }
  }
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
