import { join } from "node:path";
import { loadZone, readZone } from "../../../declaration/load";
import { readRanges } from "../../../declaration/lock-file";
import type { Account, LandingZone } from "../../../declaration/model";
import { DeclarationError } from "../../../declaration/problem/problem";
import { addressesLockName, importsFileName } from "../../../declaration/source/files";
import { sorted, writeJson } from "../../../declaration/source/write-json";
import { accountStackId, type StackSpec, stacksOf } from "../../../declaration/stacks";
import { unknownAccount } from "../../../declaration/unknown-account";
import { UserError } from "../../../declaration/user-error";
import type { Caller } from "../../../live/sts";
import type { CredentialsFor } from "../../credentials";
import { memberCredentials } from "../../member-credentials";
import { readTransitGateway, readVpc } from "./live-network";
import { type Layout, type NetworkAdoption, planNetworkAdoption } from "./plan-network-adoption";

export interface AdoptNetworkOptions {
  readonly zoneDirectory: string;
  readonly transitGateway: string | undefined;
  /** Account → id of its VPC. */
  readonly vpcs: ReadonlyMap<string, string>;
  readonly credentialsFor: CredentialsFor;
  /** The caller's own credentials, endpoint and proxy. */
  readonly environment: NodeJS.ProcessEnv;
  readonly layout: Layout;
}

/**
 * Takes a Transit Gateway and VPCs that exist into a zone: their import ids into `imports.json`, the ranges of the VPCs into
 * `addresses.lock.json`. Reads AWS only; writes both files or neither.
 * @throws UserError naming all that stands in the way; DeclarationError when the zone would not validate with these ranges
 */
export async function adoptNetwork(options: AdoptNetworkOptions): Promise<NetworkAdoption> {
  const { zoneDirectory, transitGateway, layout } = options;
  const zone = loadZone(zoneDirectory);
  const accounts = [...options.vpcs].map(([name, id]) => ({ account: adoptable(zone, name), id }));
  if (transitGateway !== undefined) refuseLocked(zone, "transit-gateway", "network");
  const as = async (spec: StackSpec): Promise<Caller> => {
    const { credentialsFor, environment } = options;
    const member = await memberCredentials(credentialsFor, zone, spec, environment);
    return { region: zone.regions.home, environment: { ...environment, ...member } };
  };
  const adoption = planNetworkAdoption(
    zone,
    {
      transitGateway:
        transitGateway === undefined
          ? undefined
          : await readTransitGateway(transitGateway, await as(stackOf(zone, "network"))),
      vpcs: await Promise.all(
        accounts.map(async ({ account, id }) => ({
          account,
          vpc: await readVpc(id, account.name, await as(stackOf(zone, accountStackId(account.name)))),
        })),
      ),
    },
    layout,
  );
  if (adoption.obstacles.length > 0) {
    throw new UserError(
      `nothing was written; in the way ${adoption.obstacles.length === 1 ? "is" : "are"}\n${adoption.obstacles.map((each) => `  ${each}`).join("\n")}`,
      "Put that right in the zone or in AWS, then run it again.",
    );
  }
  write(zoneDirectory, zone, adoption);
  return adoption;
}

function write(directory: string, zone: LandingZone, { imports, ranges }: NetworkAdoption): void {
  const merged = Object.fromEntries(
    [...new Set([...Object.keys(zone.imports), ...Object.keys(imports)])].map((stack) => [
      stack,
      { ...zone.imports[stack], ...imports[stack] },
    ]),
  );
  const files: readonly (readonly [string, object])[] = [
    [addressesLockName, { version: 1, ranges: sorted({ ...readRanges(directory), ...ranges }) }],
    [importsFileName, { version: 1, imports: merged }],
  ];
  const result = readZone(directory, new Map(files.map(([name, content]) => [name, JSON.stringify(content, null, 2)])));
  if ("problems" in result) throw new DeclarationError(result.problems);
  for (const [name, content] of files) writeJson(join(directory, name), content);
}

/** @throws UserError for an account that has no spoke to be, or has one already */
function adoptable(zone: LandingZone, name: string): Account {
  const account = zone.accounts.find((each) => each.name === name);
  if (account === undefined) throw unknownAccount(name, zone.accounts);
  if (account.network === undefined)
    throw new UserError(`${name} declares no network`, `Declare its route domain and size in accounts/${name}.yaml.`);
  refuseLocked(zone, `attachment/${name}`, accountStackId(name));
  return account;
}

function refuseLocked(zone: LandingZone, key: "transit-gateway" | `attachment/${string}`, stack: string): void {
  if (!zone.ids.has(key)) return;
  throw new UserError(
    `the stack ${stack} has made a network already (${key}: ${zone.ids.get(key)})`,
    "What exists is adopted before the first deployment of its stack.",
  );
}

function stackOf(zone: LandingZone, id: string): StackSpec {
  const spec = stacksOf(zone).find((each) => each.id === id);
  if (spec === undefined) throw new Error(`the zone has no stack ${id}`);
  if (!zone.ids.has(`account/${spec.account.name}`))
    throw new UserError(`the account ${spec.account.name} is not known yet`, "`landfall deploy org` comes first.");
  return spec;
}
