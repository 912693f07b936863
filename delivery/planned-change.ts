import { z } from "zod";

/** One attribute a plan would change. `after` is `unknownAfter` when AWS decides it. */
export interface AttributeDifference {
  /** Names and list positions joined by dots: `tags.owner`, `rule.0.status`. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** One resource, or output, a plan would change. */
export interface PlannedChange {
  readonly stack: string;
  readonly address: string;
  /** Terraform resource type, or `output`. */
  readonly type: string;
  /** Terraform's actions: `["update"]`, `["delete", "create"]` … */
  readonly actions: readonly string[];
  /** Paths of the attributes that differ, without list positions: `tags.owner`, `rule.status`. */
  readonly attributes: readonly string[];
  readonly differences: readonly AttributeDifference[];
}

export const unknownAfter = "(known after apply)";
const hidden = "(sensitive)";

const change = z.object({
  actions: z.array(z.string()),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
  after_unknown: z.unknown().optional(),
  before_sensitive: z.unknown().optional(),
  after_sensitive: z.unknown().optional(),
});

/** What is read here of `terraform show -json PLAN` (Terraform docs, JSON output format, plan representation, format 1.x). */
const planFormat = z.object({
  format_version: z.string().startsWith("1."),
  resource_changes: z.array(z.object({ address: z.string(), type: z.string(), change })).default([]),
  output_changes: z.record(z.string(), change).default({}),
});

/**
 * The changes in a plan, without those that only read or do nothing.
 * @param json what `terraform show -json` printed
 */
export function plannedChanges(stack: string, json: string): readonly PlannedChange[] {
  const plan = planFormat.parse(JSON.parse(json));
  const outputs = Object.entries(plan.output_changes).map(([name, entry]) => ({
    address: `output.${name}`,
    type: "output",
    change: entry,
  }));
  return [...plan.resource_changes, ...outputs]
    .filter((entry) => !["no-op", "read"].includes(entry.change.actions.join()))
    .map((entry) => {
      const differences = differencesOf(entry.change);
      const { address, type } = entry;
      return {
        stack,
        address,
        type,
        actions: entry.change.actions,
        attributes: attributePaths(differences),
        differences,
      };
    });
}

function attributePaths(differences: readonly AttributeDifference[]): string[] {
  return [...new Set(differences.map(({ path }) => path.replace(/\.\d+(?=\.|$)/g, "")))];
}

function differencesOf(entry: z.infer<typeof change>): AttributeDifference[] {
  const known = compare("", entry.before, entry.after);
  const unknown = unknownPaths("", entry.after_unknown).map((path) => ({
    path,
    before: valueAt(entry.before, path),
    after: unknownAfter,
  }));
  const all = [...known.filter(({ path }) => !unknown.some((other) => other.path === path)), ...unknown];
  return all.map((difference) => {
    const [top = ""] = difference.path.split(".");
    const isHidden = [entry.before_sensitive, entry.after_sensitive].some((flags) => isTruthy(valueAt(flags, top)));
    return isHidden ? { ...difference, before: hidden, after: hidden } : difference;
  });
}

/** Lists of different lengths differ as a whole: positions in them mean nothing any more. */
function compare(path: string, before: unknown, after: unknown): AttributeDifference[] {
  if (Object.is(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return before.flatMap((item, at) => compare(join(path, String(at)), item, after[at]));
  }
  if (isRecord(before) && isRecord(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return names.flatMap((name) => compare(join(path, name), before[name] ?? null, after[name] ?? null));
  }
  return [{ path, before, after }];
}

function unknownPaths(path: string, flags: unknown): string[] {
  if (flags === true) return [path];
  if (Array.isArray(flags)) return flags.flatMap((item, at) => unknownPaths(join(path, String(at)), item));
  if (isRecord(flags)) return Object.entries(flags).flatMap(([name, item]) => unknownPaths(join(path, name), item));
  return [];
}

function valueAt(value: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((current, name) => (isRecord(current) ? current[name] : undefined), value);
}

function join(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Sensitivity is `true`, or a tree whose leaves are `true` where a value is sensitive. */
function isTruthy(flags: unknown): boolean {
  if (typeof flags !== "object" || flags === null) return flags === true;
  return Object.values(flags).some(isTruthy);
}
