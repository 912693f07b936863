/** Attributes of a resource as they stand in Terraform JSON. */
export type Attributes = Readonly<Record<string, unknown>>;

/** `cdk.tf.json` of a stack, as far as the walker reads it. */
export interface TerraformJson {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Attributes>>>>;
  readonly output?: { readonly ids?: { readonly value?: Readonly<Record<string, string>> } };
  readonly provider?: { readonly aws?: readonly { readonly allowed_account_ids?: readonly string[] }[] };
}

/** Stack id → its Terraform JSON. */
export type Stacks = Readonly<Record<string, TerraformJson>>;

/** Key of an id → the id that AWS chose, as it stands in the JSON of other stacks. */
export type LockedIds = Readonly<Record<string, string>>;

export interface Resource {
  readonly stack: string;
  readonly type: string;
  /** `STACK/TYPE.NAME`. */
  readonly address: string;
  readonly attributes: Attributes;
}

export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined;
}

export function numberOf(value: unknown, otherwise: number): number {
  return value === undefined || value === null ? otherwise : Number(value);
}

/** A block may stand alone or in a list. */
export function listOf(value: unknown): readonly unknown[] {
  return value === undefined || value === null ? [] : Array.isArray(value) ? value : [value];
}

export function blocksOf(value: unknown): readonly Attributes[] {
  return listOf(value).map((block) => Object(block));
}

/** @returns every resource of the stacks. @throws on one that Terraform would multiply, which the walker cannot count. */
export function resourcesOf(stacks: Stacks): readonly Resource[] {
  return Object.entries(stacks).flatMap(([stack, { resource = {} }]) =>
    Object.entries(resource).flatMap(([type, named]) =>
      Object.entries(named).map(([name, attributes]) => {
        const address = `${stack}/${type}.${name}`;
        if ("count" in attributes || "for_each" in attributes) throw new Error(`${address} has count or for_each`);
        return { stack, type, address, attributes };
      }),
    ),
  );
}
