import type { Range } from "../address";
import type { LockedIds, Resource, Stacks } from "../terraform";
import { resourcesOf } from "../terraform";
import { type References, references } from "../references";
import { type Acl, readAcls } from "./acls";
import { type Group, readGroups } from "./groups";
import { type Hub, readHub } from "./hub";
import { type Middleboxes, readMiddleboxes } from "./middleboxes";
import { readPrefixLists } from "./prefix-lists";
import { readTables, type Table } from "./tables";
import { readVpcs, type Subnet, type Vpc } from "./vpcs";

/** The networks of all stacks, every part by its identity. */
export interface World {
  readonly vpcs: ReadonlyMap<string, Vpc>;
  readonly subnets: ReadonlyMap<string, Subnet>;
  readonly tables: ReadonlyMap<string, Table>;
  readonly acls: ReadonlyMap<string, Acl>;
  readonly groups: ReadonlyMap<string, Group>;
  readonly middleboxes: Middleboxes;
  readonly hub: Hub;
  /** What AWS would refuse to make. */
  readonly faults: readonly string[];
}

/** What the readers of the parts read from. */
export interface Source {
  readonly resources: readonly Resource[];
  readonly references: References;
  readonly fault: (says: string) => void;
  readonly ofType: (type: string) => readonly Resource[];
  /** The resource that an attribute names. */
  readonly named: (resource: Resource, attribute: string) => string;
  /** Account that a stack's provider works in. */
  readonly accountOf: (stack: string) => string | undefined;
  /** Ranges of a managed prefix list. */
  readonly prefixLists: ReadonlyMap<string, readonly Range[]>;
}

/** @param ids literal ids that stand in the JSON, by the key under which a stack's output `ids` produces them */
export function readWorld(stacks: Stacks, ids: LockedIds): World {
  const faults: string[] = [];
  const resources = resourcesOf(stacks);
  const known = references(stacks, resources, ids);
  const source: Omit<Source, "prefixLists"> = {
    resources,
    references: known,
    fault: (says) => faults.push(says),
    ofType: (type) => resources.filter((resource) => resource.type === type),
    named: ({ stack, attributes }, attribute) => known.refer(stack, attributes[attribute]),
    accountOf: (stack) => stacks[stack]?.provider?.aws?.[0]?.allowed_account_ids?.[0],
  };
  const whole = { ...source, prefixLists: readPrefixLists(source) };
  const { vpcs, subnets } = readVpcs(whole);
  const acls = readAcls(whole, vpcs, subnets);
  const groups = readGroups(whole, vpcs);
  const tables = readTables(whole, vpcs, subnets);
  const middleboxes = readMiddleboxes(whole, subnets);
  const hub = readHub(whole, vpcs, subnets);
  return { vpcs, subnets, tables, acls, groups, middleboxes, hub, faults };
}
