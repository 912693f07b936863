import type { Request } from "../../engine/request";

/** A request in one line: who calls what on what, with which context. */
export function requestInWords({ action, resource, principal, context }: Request): string {
  const keys = Object.entries(context).map(
    ([key, value]) => `${key}=${typeof value === "string" ? value : `[${value.join(", ")}]`}`,
  );
  return [
    action,
    resource === "*" ? "" : `on ${resource}`,
    principal === undefined ? "" : `by ${principal}`,
    keys.length === 0 ? "without context" : `with ${keys.join(", ")}`,
  ]
    .filter((part) => part !== "")
    .join(" ");
}

/** Names for a sentence, the first few of them. */
export function few(names: readonly string[], shown = 5): string {
  const more = names.length - shown;
  return more > 1 ? `${names.slice(0, shown).join(", ")} and ${more.toLocaleString("en")} more` : names.join(", ");
}
