import type { Request } from "../request";

/** Context keys, in lower case, whose value is settled before others are searched: those that policy variables take their value from. */
export interface Settled {
  readonly context: Request["context"];
  readonly missing: ReadonlySet<string>;
}

export const nothingSettled: Settled = { context: {}, missing: new Set() };

/** @param value undefined: the key is missing */
export function settle(settled: Settled, key: string, value: string | undefined): Settled {
  return value === undefined
    ? { ...settled, missing: new Set([...settled.missing, key]) }
    : { ...settled, context: { ...settled.context, [key]: value } };
}

export function isSettled({ context, missing }: Settled, key: string): boolean {
  return key in context || missing.has(key);
}
