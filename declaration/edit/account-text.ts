import { stringify } from "yaml";
import type { z } from "zod";
import type { accountFile } from "../schema/account";

/** What a person writes into an account's file: defaults may be left out. */
export type AccountInput = z.input<typeof accountFile>;

/** Keys deeper than this stand in braces on one line. */
const blockLevels = 2;

/**
 * An account's file: keys in the order given, lists in brackets, people in braces.
 * @param schemaComment first line, which tells editors the schema
 */
export function accountText(account: AccountInput, schemaComment: string | undefined): string {
  return [...(schemaComment === undefined ? [] : [schemaComment]), ...block(account, 0), ""].join("\n");
}

function block(mapping: object, level: number): readonly string[] {
  return Object.entries(mapping).flatMap(([key, value]: [string, unknown]): readonly string[] => {
    if (value === undefined) return [];
    const head = `${"  ".repeat(level)}${inline(key)}:`;
    const isBlock = isMapping(value) && Object.keys(value).length > 0 && level + 1 < blockLevels;
    return isBlock ? [head, ...block(value, level + 1)] : [`${head} ${inline(value)}`];
  });
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (!isMapping(value)) return scalar(value);
  const pairs = Object.entries(value).flatMap(([key, item]: [string, unknown]) =>
    item === undefined ? [] : [`${inline(key)}: ${inline(item)}`],
  );
  return pairs.length === 0 ? "{}" : `{ ${pairs.join(", ")} }`;
}

/** As a list in brackets needs it: there more characters take quotes than elsewhere. */
function scalar(value: unknown): string {
  const list = stringify([value], { collectionStyle: "flow", lineWidth: 0 }).trim();
  return list.slice(1, -1).trim();
}

function isMapping(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
