import type { LandingZone } from "../../../declaration/model";
import { stacksOf } from "../../../declaration/stacks";
import type { ServiceDefinition } from "../../../workloads/service-definition";

export type Attributes = Readonly<Record<string, unknown>>;

/** A zone as it is synthesised, and what its services declare. */
export interface SynthesisedZone {
  readonly name: string;
  readonly zone: LandingZone;
  /** Id of a stack → the text of its Terraform JSON. */
  readonly stacks: ReadonlyMap<string, string>;
  /** Id of a stack of a service → what was declared. */
  readonly services: ReadonlyMap<string, ServiceDefinition>;
}

/** Where a resource will be. */
export interface Place {
  readonly partition: string;
  readonly region: string;
  /** Twelve digits. */
  readonly account: string;
}

/** A resource as it stands in a stack's Terraform JSON. */
export interface Resource extends Place {
  readonly stack: string;
  readonly type: string;
  /** `TYPE.NAME` */
  readonly address: string;
  readonly attributes: Attributes;
}

/** Every resource of a zone's stacks. */
export function resourcesOf({ zone, stacks }: SynthesisedZone): readonly Resource[] {
  const { partition } = zone;
  const specs = new Map(stacksOf(zone).map((spec) => [spec.id, spec]));
  return [...stacks].flatMap(([stack, text]) => {
    // A stack that a test adds is called after the one beside which it would be: `orders-dev-orders+notes`.
    const spec = specs.get(stack.replace(/\+.*/, ""));
    if (spec === undefined) throw new Error(`the zone has no stack ${stack}`);
    const account = zone.ids.get(`account/${spec.account.name}`);
    const region = spec.region ?? zone.regions.home;
    const { resource = {} }: { resource?: Readonly<Record<string, Readonly<Record<string, Attributes>>>> } =
      JSON.parse(text);
    return Object.entries(resource).flatMap(([type, named]) =>
      Object.entries(named).map(([name, attributes]): Resource => ({
        ...{ partition, region, account, stack, type, address: `${type}.${name}`, attributes },
      })),
    );
  });
}
