import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";

type Blocks = Readonly<Record<string, Readonly<Record<string, object>>>>;

/**
 * Whether two syntheses have the same resources by the same names, with the same attributes, in the same stacks.
 * @returns a sentence for the first difference
 */
export function difference(one: string, other: string): string | undefined {
  for (const id of readdirSync(join(one, "stacks"))) {
    const [ours, theirs] = [resourcesOf(one, id), resourcesOf(other, id)];
    for (const address of new Set([...ours.keys(), ...theirs.keys()])) {
      const [left, right] = [ours.get(address), theirs.get(address)];
      if (!isDeepStrictEqual(left, right))
        return `${address} of ${id}: ${JSON.stringify(left)} and ${JSON.stringify(right)}`;
    }
  }
  return undefined;
}

function resourcesOf(out: string, id: string): ReadonlyMap<string, object> {
  const { resource = {} }: { resource?: Blocks } = JSON.parse(
    readFileSync(join(out, "stacks", id, "cdk.tf.json"), "utf8"),
  );
  return new Map(
    Object.entries(resource).flatMap(([type, named]) =>
      // CDKTF's own notes, of the construct's path.
      Object.entries(named).map(
        ([name, attributes]) => [`${type}.${name}`, { ...attributes, "//": undefined }] as const,
      ),
    ),
  );
}
