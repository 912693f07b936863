/** `; did you mean X?`, or nothing. */
export function meant(name: string | undefined): string {
  return name === undefined ? "" : `; did you mean ${name}?`;
}

/** `A, B and 3 more`. */
export function few(names: readonly string[], most = 4): string {
  const shown = names.slice(0, most);
  const rest = names.length - shown.length;
  if (rest > 0) return `${shown.join(", ")} and ${rest} more`;
  return shown.length < 2 ? shown.join("") : `${shown.slice(0, -1).join(", ")} and ${shown.at(-1) ?? ""}`;
}
