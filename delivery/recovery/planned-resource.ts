/** A resource Terraform plans to create, as far as it is known before. */
export interface PlannedResource {
  /** `TYPE.NAME` */
  readonly address: string;
  readonly type: string;
  /** A string or number it will have; undefined while unknown, and when it will have none. */
  readonly text: (attribute: string) => string | undefined;
  /** Its tags, the provider's default ones included. */
  readonly tags: Readonly<Record<string, string>>;
  /** The provider's alias it names, such as `global`; undefined of what is where its stack is. */
  readonly providerAlias: string | undefined;
}

/**
 * @param values `change.after` of the plan: what is known
 * @param configured the resource in `cdk.tf.json`
 * @param ids Terraform's ids of objects found so far, by address
 */
export function plannedResource(
  address: string,
  values: Readonly<Record<string, unknown>>,
  configured: Readonly<Record<string, unknown>>,
  ids: ReadonlyMap<string, string>,
): PlannedResource {
  const { tags_all: tags = {} } = values;
  return {
    address,
    type: address.split(".")[0] ?? address,
    text: (attribute) => textOf(values[attribute]) ?? referenced(configured[attribute], ids),
    tags: strings(tags),
    providerAlias: textOf(configured["provider"])?.split(".")[1],
  };
}

/** `${aws_vpc.spoke.id}` is known as soon as the VPC is found, before Terraform has read it. */
function referenced(expression: unknown, ids: ReadonlyMap<string, string>): string | undefined {
  const [, address = ""] = (typeof expression === "string" && /^\$\{(aws_\w+\.[\w-]+)\.id\}$/.exec(expression)) || [];
  return ids.get(address);
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : typeof value === "number" ? String(value) : undefined;
}

function strings(record: unknown): Readonly<Record<string, string>> {
  if (typeof record !== "object" || record === null) return {};
  return Object.fromEntries(
    Object.entries(record).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
