import type { LandingZone, RouteDomain } from "../../declaration/model";
import { planRegion, regionalMembersOf } from "../../declaration/routing/regional";
import type { RoutePlan } from "../../declaration/routing/hub-routes";
import type { AttachedNetwork } from "./attached-network";
import type { VpcPlan } from "./vpc-plan";

/** What the hub of another region adds to the network. */
export interface Elsewhere {
  readonly networks: readonly AttachedNetwork[];
  /** Its tables and attachments, under names that no other region's have. */
  readonly routes: RoutePlan;
}

/** @param spokeVpc plans a spoke of a range and domain */
export function planElsewhere(
  zone: LandingZone,
  region: string,
  spokeVpc: (range: string | undefined, domain: RouteDomain) => VpcPlan,
): Elsewhere {
  const { home } = zone.regions;
  const here = (name: string): string => `${region}/${name}`;
  const peering = { domain: undefined, ranges: [], vpc: undefined, told: undefined };
  const members = regionalMembersOf(zone, region);
  const nameOf = new Map(members.map(({ account, name }) => [account, name]));
  const attached = (attachment: string): string => nameOf.get(attachment) ?? here(attachment);
  const plan = planRegion(zone, region);
  return {
    networks: [
      ...members.map(({ name, domain, ranges }) => ({
        name,
        domain,
        ranges,
        vpc: spokeVpc(
          ranges[0],
          zone.network.domains.find((each) => each.name === domain) ?? { name: domain, talksTo: [], egress: false },
        ),
        told: undefined,
        isElsewhere: true as const,
      })),
      { ...peering, name: region, far: here(home) },
      { ...peering, name: here(home), far: region },
    ],
    routes: {
      attachments: {},
      tables: plan.tables.map(here),
      associations: plan.associations.map((each) => ({
        attachment: attached(each.attachment),
        table: here(each.table),
      })),
      propagations: plan.propagations.map((each) => ({
        attachment: attached(each.attachment),
        table: here(each.table),
      })),
      staticRoutes: plan.staticRoutes.map(({ to, ...route }) => ({
        ...route,
        table: here(route.table),
        to: to === "blackhole" ? to : { attachment: attached(to.attachment) },
      })),
    },
  };
}

/** Two hubs as one plan. */
export function together(one: RoutePlan, other: RoutePlan): RoutePlan {
  return {
    attachments: { ...one.attachments, ...other.attachments },
    tables: [...one.tables, ...other.tables],
    associations: [...one.associations, ...other.associations],
    propagations: [...one.propagations, ...other.propagations],
    staticRoutes: [...one.staticRoutes, ...other.staticRoutes],
  };
}
