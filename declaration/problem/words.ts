/** A value as messages show it: quoted when it is text, on one line, cut when long. */
export function shown(value: unknown): string {
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 56)}…${text.slice(-3)}` : text;
}

/** What kind of value was found. */
export function kindOf(value: unknown): string {
  if (value === null) return "nothing";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "keys with values";
  if (typeof value === "boolean") return String(value);
  return typeof value === "string" ? `the text ${shown(value)}` : shown(value);
}

const kinds: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "keys with values",
  record: "keys with values",
};

/** A schema's name of a type, in words. */
export function expectedKind(type: string): string {
  return kinds[type] ?? type;
}
