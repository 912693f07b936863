/** In order of name, so that the order in which a declaration lists things is no part of a slice. */
export function byName<Item extends { readonly name: string }>(items: readonly Item[]): readonly Item[] {
  return [...items].sort((a, b) => (a.name < b.name ? -1 : 1));
}
