import { resolve } from "node:path";
import { stringify } from "yaml";
import { readZoneFrom } from "../../../declaration/load";
import type { LandingZone } from "../../../declaration/model";
import { stacksOf } from "../../../declaration/stacks";
import { builders } from "../../../main";
import { withIds } from "../../fixtures/ids";
import { terraformJson } from "../../fixtures/terraform-json";
import { type Data, readDeclaration } from "../../synth/changes/declaration";
import type { LockedIds, Stacks } from "./terraform";

export { type Data, edited } from "../../synth/changes/declaration";

/** A zone's files, parsed: what the expectation is made of. */
export interface Declared {
  readonly zone: Data;
  /** By the account's name. */
  readonly accounts: Readonly<Record<string, Data>>;
  readonly ranges: Readonly<Record<string, string>>;
  readonly policies: Readonly<Record<string, string>>;
}

export interface Synthesised {
  readonly zone: LandingZone;
  readonly stacks: Stacks;
  readonly ids: LockedIds;
}

const zones = resolve(__dirname, "../../..");
export const sample: Declared = readDeclaration(resolve(zones, "zone"));
export const birch: Declared = readDeclaration(resolve(zones, "test/zones/birch"));

/**
 * The stacks of a zone after its first deployment, in memory.
 * @param withNetworks only those in which there are networks
 * @throws what is wrong with the declaration
 */
export function synthesised(declared: Declared, withNetworks = false): Synthesised {
  const { accounts, policies, ranges } = declared;
  const result = readZoneFrom(
    new Map([
      ["landing-zone.yaml", stringify(declared.zone, { aliasDuplicateObjects: false })],
      ...Object.entries(accounts).map(([name, each]) => [`accounts/${name}.yaml`, stringify(each)] as const),
      ...Object.entries(policies).map(([name, text]) => [`policies/${name}.json`, text] as const),
      ["addresses.lock.json", JSON.stringify({ version: 1, ranges })],
    ]),
  );
  if (!("zone" in result)) throw new Error(JSON.stringify(result.problems, null, 1));
  const zone = withIds(result.zone);
  const specs = stacksOf(zone).filter(
    ({ kind, account }) =>
      !withNetworks ||
      kind === "network" ||
      kind === "routing" ||
      (kind === "account" && account.network !== undefined),
  );
  const stacks = specs.map((spec) => [spec.id, JSON.parse(terraformJson(zone, spec, builders[spec.kind]))] as const);
  return { zone, stacks: Object.fromEntries(stacks), ids: Object.fromEntries(zone.ids.entries()) };
}
