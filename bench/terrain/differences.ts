/** A value that is not the same on both sides; undefined where a side has none. */
export interface Difference {
  /** Keys from the top of `cdk.tf.json`, joined by dots. */
  readonly path: string;
  readonly before: unknown;
  readonly after: unknown;
}

/**
 * Where two synthesised stacks differ, but for metadata: what CDKTF says of itself in each `//`, and the releases of providers that are asked for.
 * @param before the stack's parsed `cdk.tf.json`
 * @param after the same stack's from another program
 */
export function differencesBetween(before: unknown, after: unknown, path: readonly string[] = []): Difference[] {
  if (isMetadata(path) || Object.is(before, after)) return [];
  if (Array.isArray(before) && Array.isArray(after) && before.length === after.length) {
    return before.flatMap((item: unknown, index) => differencesBetween(item, after[index], [...path, String(index)]));
  }
  if (isRecord(before) && isRecord(after)) {
    return [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((key) =>
      differencesBetween(before[key], after[key], [...path, key]),
    );
  }
  return [{ path: path.join("."), before, after }];
}

/** Whether both sides name the same provider: `aws` is short for `hashicorp/aws`, and that for `registry.terraform.io/hashicorp/aws` (Terraform, provider source). */
export function meansTheSame({ path, before, after }: Difference): boolean {
  if (!/^terraform\.required_providers\.[^.]+\.source$/.test(path)) return false;
  return fullSource(String(before)) === fullSource(String(after));
}

function fullSource(source: string): string {
  return [...["registry.terraform.io", "hashicorp"].slice(0, Math.max(0, 3 - source.split("/").length)), source].join(
    "/",
  );
}

/** A difference as one line: the values of attributes are short or are cut. */
export function described({ path, before, after }: Difference): string {
  return `${path}: ${shown(before)} → ${shown(after)}`;
}

function isMetadata(path: readonly string[]): boolean {
  const [block, providers, , version] = path;
  return path.at(-1) === "//" || (block === "terraform" && providers === "required_providers" && version === "version");
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const longest = 60;

function shown(value: unknown): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > longest ? `${text.slice(0, longest)} …` : text;
}
