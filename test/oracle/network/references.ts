import { type LockedIds, type Resource, type Stacks, textOf } from "./terraform";

/** Attributes that name the resource itself. */
const own = ["id", "arn", "allocation_id", "transit_gateway_attachment_id"];

/** Resources that take over what a VPC already has, by the attribute that names it or the VPC. */
const adopted: Readonly<Record<string, { readonly attribute: string; readonly part: string }>> = {
  aws_default_route_table: { attribute: "default_route_table_id", part: "" },
  aws_default_network_acl: { attribute: "default_network_acl_id", part: "" },
  aws_default_security_group: { attribute: "vpc_id", part: "#default_security_group_id" },
};

/**
 * Says which resource a value means, across stacks: a reference of the stack itself, or a literal id that a stack's
 * output `ids` produces under the key it is locked by.
 */
export interface References {
  /** `STACK/TYPE.NAME`, with `#attribute` for what comes with it; a value that names no resource as it is. */
  readonly refer: (stack: string, value: unknown) => string;
  /** The same for a resource itself. */
  readonly identity: (resource: Resource) => string;
  /** Keys of ids whose id is this resource's. */
  readonly keysOf: (identity: string) => readonly string[];
}

export function references(stacks: Stacks, resources: readonly Resource[], ids: LockedIds): References {
  const byAddress = new Map(resources.map((resource) => [resource.address, resource]));
  const produced = new Map(
    Object.entries(stacks).flatMap(([stack, { output }]) =>
      Object.entries(output?.ids?.value ?? {}).map(([key, value]) => [key, { stack, value }] as const),
    ),
  );
  const keyOf = new Map(Object.entries(ids).map(([key, id]) => [id, key]));

  const identity = (resource: Resource): string => {
    const taken = adopted[resource.type];
    if (taken === undefined) return resource.address;
    return `${refer(resource.stack, resource.attributes[taken.attribute])}${taken.part}`;
  };

  const refer = (stack: string, value: unknown): string => {
    const text = textOf(value) ?? "";
    const [, type, name, attribute] = /^\$\{(\w+)\.([\w-]+)\.(\w+)\}$/.exec(text) ?? [];
    const resource = byAddress.get(`${stack}/${type}.${name}`);
    if (resource !== undefined && attribute !== undefined) {
      if (own.includes(attribute)) return identity(resource);
      if (attribute in resource.attributes) return refer(stack, resource.attributes[attribute]);
      return `${resource.address}#${attribute.replace(/^main_route_table_id$/, "default_route_table_id")}`;
    }
    if (text.startsWith("${")) return `${stack}/${text}`;
    const origin = produced.get(keyOf.get(text) ?? "");
    return origin === undefined ? text : refer(origin.stack, origin.value);
  };

  const keys = new Map<string, string[]>();
  for (const [key, { stack, value }] of produced) {
    const meant = refer(stack, value);
    keys.set(meant, [...(keys.get(meant) ?? []), key].sort());
  }
  return { refer, identity, keysOf: (meant) => keys.get(meant) ?? [] };
}
