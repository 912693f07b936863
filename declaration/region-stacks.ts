import type { IdKey } from "./ids";
import type { Account, LandingZone } from "./model";
import { furtherRegions } from "./regions";
import type { Leaving } from "./routing/leaving";
import { peeringKey, planRegion, regionalMembersOf, regionTableKey } from "./routing/regional";
import {
  accountStackId,
  networkRegionStackId,
  regionStackId,
  routingRegionStackId,
  securityRegionStackId,
} from "./stack-ids";

/** A stack of a governed region beyond the home region. */
export interface RegionStack {
  readonly id: string;
  readonly kind: "network-region" | "region" | "security-region" | "routing-region";
  readonly region: string;
  readonly account: Account;
  readonly after: readonly string[];
  readonly needs: readonly IdKey[];
  readonly lacksRange: boolean;
}

const accountKey = ({ name }: Account): IdKey => `account/${name}`;

/**
 * What a zone has beyond its home region: in each governed region a stack of every active account and one of detection, and where it declares a hub
 * that and its routes.
 *
 * @param routingIds of the home region's stacks of routes
 */
export function regionStacksOf(
  zone: LandingZone,
  { regionalSpokes }: Leaving,
  routingIds: readonly string[],
): readonly RegionStack[] {
  const active = zone.accounts.filter(({ status }) => status === "active");
  return furtherRegions(zone).flatMap((region) => [
    ...hubStacks(zone, region),
    ...active.map((account) => {
      // What is made comes before the routes to it; what goes, after.
      const goes = regionalSpokes.includes(`region-attachment/${region}/${account.name}`);
      return accountStack(zone, account, region, goes ? [...routingIds, routingRegionStackId(region)] : []);
    }),
    securityStack(zone, region),
  ]);
}

function accountStack(
  zone: LandingZone,
  account: Account,
  region: string,
  afterRoutes: readonly string[],
): RegionStack {
  const { management } = zone.foundation;
  const spoke = account.network?.regions?.find((each) => each.region === region);
  return {
    id: regionStackId(account.name, region),
    kind: "region",
    region,
    account,
    after: ["logs", accountStackId(account.name), ...(spoke ? [networkRegionStackId(region)] : []), ...afterRoutes],
    needs: [
      accountKey(account),
      accountKey(zone.foundation["log-archive"]),
      "kms-key/logs",
      ...(account.name === management.name ? [accountKey(zone.foundation["security-tooling"])] : []),
      ...(spoke ? (["organization", `region-hub/${region}`] as const) : []),
    ],
    lacksRange: spoke !== undefined && spoke.cidr === undefined,
  };
}

/** Management makes the account the administrator there first. */
function securityStack({ foundation }: LandingZone, region: string): RegionStack {
  const tooling = foundation["security-tooling"];
  return {
    id: securityRegionStackId(region),
    kind: "security-region",
    region,
    account: tooling,
    after: ["security", regionStackId(foundation.management.name, region)],
    needs: [accountKey(tooling)],
    lacksRange: false,
  };
}

function hubStacks(zone: LandingZone, region: string): readonly RegionStack[] {
  if (!zone.network.regions.some(({ name }) => name === region)) return [];
  const { management, network } = zone.foundation;
  const members = regionalMembersOf(zone, region);
  const ofHub = { region, account: network, lacksRange: false };
  return [
    {
      ...ofHub,
      id: networkRegionStackId(region),
      kind: "network-region",
      after: ["network"],
      needs: ["organization", "transit-gateway", accountKey(management), accountKey(network)],
    },
    {
      ...ofHub,
      id: routingRegionStackId(region),
      kind: "routing-region",
      after: ["logs", networkRegionStackId(region), ...members.map(({ account }) => regionStackId(account, region))],
      needs: [
        accountKey(network),
        ...planRegion(zone, region).tables.map((table) => regionTableKey(region, table)),
        ...members.map(({ key }) => key),
        peeringKey(region),
        ...(zone.network.transitGateway.flowLogs
          ? [`region-hub/${region}` as const, accountKey(zone.foundation["log-archive"])]
          : []),
      ],
    },
  ];
}
