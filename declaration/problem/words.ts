/** Characters that a terminal obeys or hides: control, line separators, direction marks. */
const invisible = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** A value as messages show it: text in quotes, on one line, cut when long. */
export function shown(value: unknown): string {
  if (typeof value === "object") return kindOf(value);
  const text = typeof value === "string" ? JSON.stringify(value) : String(value);
  const visible = text.replace(invisible, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
  return visible.length > 100 ? `${visible.slice(0, 96)}…${visible.slice(-3)}` : visible;
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
