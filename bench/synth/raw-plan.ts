import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ref, Token } from "cdktf";

/** A stack as a program would write it without Landfall: what to construct, in the words of the typed bindings. */
export interface RawStack {
  readonly id: string;
  readonly after: readonly string[];
  readonly backend: Json;
  readonly provider: Json;
  readonly data: readonly RawBlock[];
  readonly resources: readonly RawBlock[];
  readonly outputs: Readonly<Record<string, Json>>;
}

export interface RawBlock {
  readonly type: string;
  readonly name: string;
  readonly config: Json;
}

export type Json = Readonly<Record<string, unknown>>;

type Blocks = Readonly<Record<string, Readonly<Record<string, Json>>>>;

interface StackJson {
  readonly terraform: { readonly backend: { readonly s3: Json } };
  readonly provider: { readonly aws: readonly Json[] };
  readonly data?: Blocks;
  readonly resource?: Blocks;
  readonly output?: Readonly<Record<string, Json>>;
}

/** What was synthesised with Landfall, as stacks to construct without it. References become tokens, as `vpc.id` is one. */
export function rawPlan(out: string): readonly RawStack[] {
  const manifest: { stacks: Readonly<Record<string, { dependencies: readonly string[] }>> } = JSON.parse(
    readFileSync(join(out, "manifest.json"), "utf8"),
  );
  return readdirSync(join(out, "stacks")).map((id) => {
    const json: StackJson = JSON.parse(readFileSync(join(out, "stacks", id, "cdk.tf.json"), "utf8"));
    return {
      id,
      after: manifest.stacks[id]?.dependencies ?? [],
      backend: configOf(json.terraform.backend.s3),
      provider: configOf(json.provider.aws[0] ?? {}),
      data: blocksOf(json.data),
      resources: blocksOf(json.resource),
      outputs: Object.fromEntries(
        Object.entries(json.output ?? {}).map(([name, { value }]) => [name, { value: withTokens(value) }]),
      ),
    };
  });
}

function blocksOf(blocks: Blocks = {}): readonly RawBlock[] {
  return Object.entries(blocks).flatMap(([type, named]) =>
    Object.entries(named).map(([name, attributes]) => ({ type, name, config: configOf(attributes) })),
  );
}

/** Attributes whose keys are people's own, not the provider's. */
const maps = ["tags", "parameters", "variables"];

function configOf(attributes: Json): Json {
  return Object.fromEntries(
    Object.entries(attributes)
      .filter(([key]) => key !== "//")
      .map(([key, value]) => [camelCase(key), valueOfKey(key, value)]),
  );
}

function valueOfKey(key: string, value: unknown): unknown {
  // A program names the construct, which has an address.
  if (key === "depends_on" && Array.isArray(value)) return value.map((fqn) => ({ fqn }));
  return maps.includes(key) ? withTokens(value) : valueOf(value);
}

function valueOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(valueOf);
  return typeof value === "object" && value !== null ? configOf(value as Json) : withTokens(value);
}

function withTokens(value: unknown): unknown {
  if (typeof value === "string")
    return value.replace(/(?<!\$)\$\{([^}]+)\}/g, (_all, inner: string) => Token.asString(ref(inner)));
  if (Array.isArray(value)) return value.map(withTokens);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withTokens(each)]));
}

function camelCase(key: string): string {
  return key.replace(/_([a-z0-9])/g, (_all, letter: string) => letter.toUpperCase());
}
