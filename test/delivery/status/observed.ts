import { accountStackId, stacksOf } from "../../../declaration/stacks";
import type { LandingZone } from "../../../declaration/model";
import type { LiveAccount, LiveCreation, LiveOrganization } from "../../../live/live-organization";
import type { Observation, ObservedStack } from "../../../delivery/status/observation";
import type { StackState } from "../../../delivery/state/read-state";
import { sample } from "../../fixtures/zones";

export const now = new Date("2026-11-20T12:00:00Z");

export function state(addresses: readonly string[], rest: Partial<StackState> = {}): StackState {
  return { serial: 1, lineage: "l", addresses, tainted: [], buckets: [], outputs: {}, ...rest };
}

/** The sample zone wholly deployed, as AWS and the states would show it. */
export function deployed(zone: LandingZone = sample): Observation {
  const stacks = stacksOf(zone).map((spec): readonly [string, ObservedStack] => {
    const associations = zone.accounts.map(({ name }) => `aws_ec2_transit_gateway_route_table_association.${name}`);
    const declared = spec.id === "routing" ? associations : ["aws_vpc.spoke", "aws_iam_role.deploy"];
    const outputs = spec.kind === "service" ? { url: `https://${spec.account.service?.domainName ?? ""}` } : {};
    return [spec.id, { spec, declared, state: state(declared, { outputs }), unreadable: undefined }];
  });
  return { zone, live: liveOf(zone), stacks: new Map(stacks), leftovers: [], now };
}

function liveOf(zone: LandingZone): LiveOrganization {
  const { management } = zone.foundation;
  return {
    id: zone.ids.get("organization"),
    managementAccountId: zone.ids.get(`account/${management.name}`),
    rootId: zone.ids.get("root"),
    units: zone.organizationalUnits.map(({ path, name }) => ({
      id: zone.ids.get(`organizational-unit/${path}`),
      name,
      parentId: "r-land",
      path,
    })),
    accounts: zone.accounts.map((account) => ({
      id: zone.ids.get(`account/${account.name}`),
      name: account.displayName,
      email: account.email,
      status: "ACTIVE",
      parentId: "r-land",
      unitPath: account.organizationalUnit,
    })),
    creations: [],
  };
}

/** The same with another live organisation. */
export function withLive(observation: Observation, change: (live: LiveOrganization) => LiveOrganization): Observation {
  return { ...observation, live: observation.live && change(observation.live) };
}

/** The same with one live account changed, or gone. */
export function withAccount(
  observation: Observation,
  name: string,
  change: (account: LiveAccount) => LiveAccount | undefined,
): Observation {
  const id = observation.zone.ids.get(`account/${name}`);
  return withLive(observation, (live) => ({
    ...live,
    accounts: live.accounts.flatMap((account) => (account.id === id ? (change(account) ?? []) : account)),
  }));
}

export function withCreation(observation: Observation, creation: Partial<LiveCreation>): Observation {
  const whole = {
    id: "car-1",
    accountName: "orders-dev",
    state: "FAILED",
    accountId: undefined,
    failureReason: undefined,
    requestedAt: new Date("2026-11-20T11:50:00Z"),
    ...creation,
  };
  return withLive(observation, (live) => ({ ...live, creations: [...live.creations, whole] }));
}

/** The same with one stack observed otherwise. */
export function withStack(observation: Observation, id: string, change: Partial<ObservedStack>): Observation {
  const stack = observation.stacks.get(id);
  if (stack === undefined) throw new Error(`no stack ${id}`);
  return { ...observation, stacks: new Map(observation.stacks).set(id, { ...stack, ...change }) };
}

/** The sample with orders-dev not created: no id locked, no live account, no states. */
export function withoutOrdersDev(observation: Observation = deployed()): Observation {
  const ids = observation.zone.ids;
  const zone: LandingZone = {
    ...observation.zone,
    ids: { ...ids, has: (key) => !key.endsWith("/orders-dev") && ids.has(key) },
  };
  const gone = withAccount(observation, "orders-dev", () => undefined);
  const nothing = { declared: undefined, state: undefined };
  const bare = withStack(withStack(gone, accountStackId("orders-dev"), nothing), "orders-dev-orders", nothing);
  return { ...bare, zone };
}
