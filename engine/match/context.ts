import type { Request } from "../request";

export type Context = Request["context"];

/**
 * Values of a key, whose name is compared without regard to case (IAM User Guide, "IAM JSON policy elements: Condition").
 * @returns undefined when the key is absent or has no value
 */
export function valuesOf(context: Context, key: string): readonly string[] | undefined {
  const wanted = key.toLowerCase();
  for (const name in context) {
    if (name.toLowerCase() !== wanted) continue;
    const value = context[name];
    if (value === undefined) continue;
    if (typeof value === "string") return [value];
    return value.length === 0 ? undefined : value;
  }
  return undefined;
}
