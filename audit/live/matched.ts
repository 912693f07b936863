import type { IdKey } from "../../declaration/ids";
import type { LandingZone } from "../../declaration/model";
import { rootPath } from "../../declaration/organizational-units";
import type { LiveAccount, LiveOrganization, LiveUnit } from "../../live/live-tree";
import { accountNode, unitNode } from "./governed";

/** The nodes of the organisation beside those of the declaration. */
export interface Matched {
  /** By path. */
  readonly units: ReadonlyMap<string, LiveUnit>;
  /** By name. */
  readonly accounts: ReadonlyMap<string, LiveAccount>;
  /** The node of what has this id; the id itself for what is not declared. */
  readonly nodeOf: (id: string) => string;
  /** The id of a node that is there. */
  readonly idOf: ReadonlyMap<string, string>;
  /** What is neither declared nor declared closed. */
  readonly strangeUnits: readonly LiveUnit[];
  readonly strangeAccounts: readonly LiveAccount[];
}

/**
 * Finds what is declared in the organisation: units by their recorded ids, else by their paths; accounts by their recorded ids, else by their emails,
 * which no two accounts of AWS share (Organizations API Reference, CreateAccount); the management account is the organisation's.
 */
export function matched(zone: LandingZone, organization: LiveOrganization): Matched {
  const recorded = (key: IdKey): string | undefined => (zone.ids.has(key) ? zone.ids.get(key) : undefined);
  const units = new Map<string, LiveUnit>();
  for (const { path } of zone.organizationalUnits) {
    const id = recorded(`organizational-unit/${path}`);
    const unit = organization.units.find((each) => each.id === id) ?? organization.units.find((u) => u.path === path);
    if (unit !== undefined) units.set(path, unit);
  }
  const accounts = new Map<string, LiveAccount>();
  for (const { name, email } of [...zone.accounts, ...zone.closedAccounts]) {
    const isManagement = name === zone.foundation.management.name;
    const id = isManagement ? organization.managementAccountId : recorded(`account/${name}`);
    const account =
      organization.accounts.find((each) => each.id === id) ??
      organization.accounts.find((each) => each.email.toLowerCase() === email.toLowerCase());
    if (account !== undefined) accounts.set(name, account);
  }
  const nodes = new Map([
    [organization.rootId, unitNode(rootPath)],
    ...[...units].map(([path, { id }]): [string, string] => [id, unitNode(path)]),
    ...[...accounts].map(([name, { id }]): [string, string] => [id, accountNode(name)]),
  ]);
  return {
    units,
    accounts,
    nodeOf: (id) => nodes.get(id) ?? id,
    idOf: new Map([...nodes].map(([id, node]) => [node, id])),
    strangeUnits: organization.units.filter(({ id }) => !nodes.has(id)),
    strangeAccounts: organization.accounts.filter(({ id }) => !nodes.has(id)),
  };
}
