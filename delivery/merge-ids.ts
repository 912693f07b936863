/** What one stack's outputs changed in the lock file. */
export interface IdChanges {
  readonly added: readonly string[];
  readonly changed: readonly { readonly key: string; readonly from: string; readonly to: string }[];
}

export type IdRecord = Readonly<Record<string, string>>;

/** The lock file with a stack's ids in it. Nothing is ever removed: an id leaves the file by hand, in a reviewed commit. */
export function mergeIds(locked: IdRecord, found: IdRecord): { readonly ids: IdRecord; readonly changes: IdChanges } {
  const added = Object.keys(found).filter((key) => locked[key] === undefined);
  const changed = Object.entries(found).flatMap(([key, to]) => {
    const from = locked[key];
    return from === undefined || from === to ? [] : [{ key, from, to }];
  });
  return { ids: { ...locked, ...found }, changes: { added, changed } };
}

export function hasChanges({ added, changed }: IdChanges): boolean {
  return added.length > 0 || changed.length > 0;
}
