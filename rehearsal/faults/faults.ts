import type { FaultRule } from "../../declaration/schema/faults";
import { decides, type Progress, untouched } from "./decide";
import { type Effect, effectOf } from "./effect";
import { matches } from "./matches";
import type { Subject } from "./subject";

export type FaultRules = Readonly<Record<string, FaultRule>>;

/** What happens to a call that one rule or several hit. */
export interface Strike {
  /** Names of the rules. */
  readonly rules: readonly string[];
  /** Milliseconds. */
  readonly delay: number;
  readonly effect: Effect | undefined;
}

export interface FaultCount extends Progress {
  readonly rule: string;
}

/** Rules, and what they have hit so far. */
export interface Faults {
  /** What is to happen to a call or request, which counts it; undefined: nothing. */
  strike(subject: Subject): Strike | undefined;
  /** Of every rule there has been, in the order in which they came. */
  counts(): readonly FaultCount[];
}

export interface SettableFaults extends Faults {
  /** Puts rules in place of the former. One that stays as it was goes on where it is; one that is new or changed starts anew. */
  set(rules: FaultRules): void;
  /** Names of the rules in force. */
  rules(): readonly string[];
}

/** Rules are asked in their order: delays add up, and the first that ends the call is the last to be asked. */
export function createFaults(): SettableFaults {
  let rules: FaultRules = {};
  const progress = new Map<string, Progress>();
  const total = new Map<string, Progress>();
  const step = (kept: Map<string, Progress>, rule: string, hit: boolean): void => {
    const { matched, hits } = kept.get(rule) ?? untouched;
    kept.set(rule, { matched: matched + 1, hits: hits + (hit ? 1 : 0) });
  };
  return {
    set: (given) => {
      for (const name of new Set([...Object.keys(rules), ...Object.keys(given)])) {
        if (JSON.stringify(rules[name]) !== JSON.stringify(given[name])) progress.delete(name);
      }
      Object.keys(given).forEach((name) => total.set(name, total.get(name) ?? untouched));
      rules = given;
    },
    rules: () => Object.keys(rules),
    counts: () => [...total].map(([rule, counted]) => ({ rule, ...counted })),
    strike: (subject) => {
      const hit: string[] = [];
      let delay = 0;
      let effect: Effect | undefined;
      for (const [name, rule] of Object.entries(rules)) {
        if (effect !== undefined) break;
        if (!matches(rule, subject)) continue;
        const isHit = decides(rule, progress.get(name) ?? untouched);
        step(progress, name, isHit);
        step(total, name, isHit);
        if (!isHit) continue;
        hit.push(name);
        delay += rule.delay ?? 0;
        effect = effectOf(rule);
      }
      return hit.length === 0 ? undefined : { rules: hit, delay, effect };
    },
  };
}
