/** What one stack's outputs changed in the lock file. */
export interface IdChanges {
  readonly added: readonly string[];
  readonly changed: readonly { readonly key: string; readonly from: string; readonly to: string }[];
  /** Ids of what is gone; absent when there is none. */
  readonly removed?: readonly string[];
}

export type IdRecord = Readonly<Record<string, string>>;

/**
 * The lock file with a stack's ids in it. An id leaves it only when the zone no longer declares what it is of; otherwise by hand, in a
 * reviewed commit.
 * @param leaving keys of the stack that the zone declares no more: those the stack no longer makes go
 */
export function mergeIds(
  locked: IdRecord,
  found: IdRecord,
  leaving: readonly string[] = [],
): { readonly ids: IdRecord; readonly changes: IdChanges } {
  const added = Object.keys(found).filter((key) => locked[key] === undefined);
  const changed = Object.entries(found).flatMap(([key, to]) => {
    const from = locked[key];
    return from === undefined || from === to ? [] : [{ key, from, to }];
  });
  const removed = leaving.filter((key) => locked[key] !== undefined && found[key] === undefined);
  const kept = Object.fromEntries(Object.entries(locked).filter(([key]) => !removed.includes(key)));
  return {
    ids: { ...kept, ...found },
    changes: { added, changed, ...(removed.length > 0 ? { removed } : {}) },
  };
}

export function hasChanges({ added, changed, removed = [] }: IdChanges): boolean {
  return added.length > 0 || changed.length > 0 || removed.length > 0;
}
