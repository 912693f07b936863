import type { LandingZone } from "../../declaration/model";
import { type NetworkPlan, planNetwork } from "../plan/network-plan";
import type { Connection, Side } from "./connection";
import { declaredBy, declaredText } from "./declared";
import { everyWay } from "./every-way";
import { mapNetwork, type NetworkMap } from "./map";
import type { Protocol } from "./packet";
import { placeOf } from "./places";
import type { Hop } from "./walk";

/** What is asked: whether A can open a connection to B. */
export interface Question {
  readonly from: string;
  readonly to: string;
  readonly protocol: Protocol;
  readonly port: number;
}

/** The answer, hop by hop; schemas/reach.json describes it. */
export interface Reachability extends Question {
  readonly reachable: boolean;
  /** The hop that is missing or that drops it, and whether on the way there or back. */
  readonly stops?: { readonly on: "there" | "back"; readonly why: string };
  /** Availability zone the hops are of; the others' are like them, where it is reachable. */
  readonly availabilityZone: string;
  readonly there: readonly Hop[];
  readonly back: readonly Hop[];
  /** What the zone declares about it. */
  readonly declared?: string;
  /** What else must be so, which the network does not decide. */
  readonly provided: readonly string[];
}

/**
 * Whether a connection from A to B comes about, in every availability zone and to every range of B, and by which routes.
 * @throws UserError for a name that stands for nothing
 */
export function reachability(
  zone: LandingZone,
  question: Question,
  plan: NetworkPlan = planNetwork(zone),
): Reachability {
  const map = mapNetwork(plan);
  const [from, to] = [placeOf(zone, map, question.from), placeOf(zone, map, question.to)];
  const [firstZone = ""] = zone.network.availabilityZones;
  const base = { ...question, availabilityZone: firstZone, there: [], back: [], provided: [] };
  if ("gatewayService" in from) return { ...base, ...stopped(`${question.from} answers and opens no connection`) };
  if ("gatewayService" in to) return { ...base, ...byGateway(from.sides, to.gatewayService) };
  const told = everyWay(map, from.sides, to.sides, question);
  const { connection, source, target, letter } = told;
  return {
    ...base,
    availabilityZone: zone.network.availabilityZones.find((each) => each.endsWith(letter)) ?? firstZone,
    ...hopsOf(connection),
    ...declaredAbout(zone, source, target),
    provided: connection.stops ? [] : provided(map, source, target, question),
  };
}

function stopped(why: string): Pick<Reachability, "reachable" | "stops"> {
  return { reachable: false, stops: { on: "there", why } };
}

function hopsOf({ there, back, stops }: Connection): Pick<Reachability, "reachable" | "stops" | "there" | "back"> {
  return {
    reachable: stops === undefined,
    ...(stops ? { stops } : {}),
    there: there.hops,
    back: back?.hops ?? [],
  };
}

/** S3 and DynamoDB by the gateway endpoint of the VPC itself: a route of its table that AWS keeps. */
function byGateway(sides: readonly Side[], service: string): Pick<Reachability, "reachable" | "stops" | "there"> {
  const [network] = sides.map((side) => side.network?.network);
  const [name, vpc] = [sides[0]?.name ?? "", network?.vpc];
  if (network === undefined || !vpc?.gatewayEndpoints.includes(service))
    return {
      ...stopped(`${name} has no gateway endpoint of ${service}, and others' serve their own VPC alone`),
      there: [],
    };
  const match = `prefix list of ${service}`;
  const by = `route table ${vpc.main}`;
  return { reachable: true, there: [{ network: network.name, by, match, leadsTo: `gateway endpoint ${service}` }] };
}

function declaredAbout(zone: LandingZone, from: Side, to: Side): Pick<Reachability, "declared"> {
  const [own, other] = [from.network?.network.domain, to.network?.network.domain];
  const declared = declaredBy(zone);
  if (own === undefined) return {};
  if (from.network === to.network) return { declared: "both are in one network" };
  if (other !== undefined) return { declared: declaredText(declared, own, other) };
  return to.network === undefined ? { declared: `${own} has ${declared.egress(own) ? "egress" : "no egress"}` } : {};
}

function provided(map: NetworkMap, from: Side, to: Side, { protocol, port }: Question): readonly string[] {
  if (to.network === undefined)
    return map.plan.firewall
      ? [`it asks for one of ${map.plan.firewall.allowedDomains.join(", ")} by HTTP or TLS`]
      : [];
  if (to.network.network.vpc === undefined)
    return [`firewalls on premises admit ${protocol} ${port} from ${from.shown}`];
  if (to.admits) return [];
  return [
    `the security group of the workload in ${to.name} admits ${protocol} ${port} from ${from.shown}; by default none does`,
  ];
}
