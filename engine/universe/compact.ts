import type { ActionFacts } from "./universe";

/** The action universe as it is stored: one line of JSON a service, everything said once. */
export interface CompactUniverse {
  readonly version: string;
  readonly date: string;
  /** By prefix. */
  readonly services: Readonly<Record<string, CompactService>>;
}

export interface CompactService {
  readonly name: string;
  /** ARN patterns of its resource types, variables as `*`. */
  readonly resources: readonly string[];
  /** Condition key → type, as the Service Authorization Reference names both; a key's variable part as `*`. */
  readonly keys: Readonly<Record<string, string>>;
  /** Sets of keys that actions carry, as positions in `keys`, space separated. */
  readonly keySets: readonly string[];
  /** Operation → access level, position in `keySets`, positions in `resources`: `W 3 0 2`. */
  readonly actions: Readonly<Record<string, string>>;
}

/** Access levels by the letter they are stored as. */
export const accessLevels: Readonly<Record<string, ActionFacts["accessLevel"]>> = {
  L: "List",
  R: "Read",
  W: "Write",
  P: "Permissions management",
  T: "Tagging",
};
