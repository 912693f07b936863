/** Nothing is known of a key: neither its value nor whether it is there. */
export const unknown: unique symbol = Symbol("unknown");

/** What a call brings for a condition key; undefined: the key is absent. */
export type KeyValue = string | readonly string[] | undefined | typeof unknown;
