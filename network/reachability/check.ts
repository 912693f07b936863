import type { LandingZone } from "../../declaration/model";
import { hubVpcs } from "../../declaration/names";
import { UserError } from "../../declaration/user-error";
import { type NetworkPlan, planNetwork } from "../plan/network-plan";
import { type Connection, connect, sideOf } from "./connection";
import { type Declared, declaredBy, declaredText } from "./declared";
import { type Kind, kindsOf } from "./kinds";
import { type MappedNetwork, mapNetwork, type NetworkMap } from "./map";
import { outside } from "./outside";
import { wayText } from "./way-text";

/** Allowed by every network ACL, and by the firewall to what it allows: what is left to decide are routes. */
const https = { protocol: "tcp", port: 443 } as const;

/** More are not looked for: they have one cause more often than not. */
const mostDifferences = 5;

/** A difference, and whether it is of answers alone: these are lost where a way there is missing, and told when nothing else is. */
interface Difference {
  readonly text: string;
  readonly isOfAnswers: boolean;
}

/**
 * Compares where routes lead with what the route domains declare: who reaches whom, who reaches the internet, who the endpoints. Work is
 * by pairs of kinds of members (`kindsOf`), not of members.
 *
 * @returns a sentence for each difference: the way that leaks, or the hop that is missing
 */
export function differences(zone: LandingZone, plan: NetworkPlan = planNetwork(zone)): readonly string[] {
  const map = mapNetwork(plan);
  const [found, ofAnswers] = [new Set<string>(), new Set<string>()];
  for (const { text, isOfAnswers } of everyDifference(map, declaredBy(zone), kindsOf(map))) {
    (isOfAnswers ? ofAnswers : found).add(text);
    if (found.size === mostDifferences) break;
  }
  return found.size > 0 ? [...found] : [...ofAnswers].slice(0, mostDifferences);
}

/** @throws UserError when the network's routes and what the zone declares differ */
export function checkReachability(zone: LandingZone): void {
  const found = differences(zone);
  if (found.length === 0) return;
  throw new UserError(
    `the network's routes are not what the zone declares:\n${found.map((each) => `  ${each}`).join("\n")}`,
    "Nothing is synthesised until they agree; `landfall reach` shows every hop between two of them.",
  );
}

function* everyDifference(map: NetworkMap, declared: Declared, kinds: readonly Kind[]): Generator<Difference> {
  for (const from of kinds) {
    const [source] = from.members;
    if (source === undefined) continue;
    for (const to of kinds) {
      const target = to === from ? from.members[1] : to.members[0];
      if (target === undefined) continue;
      const addresses = to === from ? [target.ranges[0]?.first ?? 0] : to.addresses;
      for (const address of addresses)
        for (const letter of map.plan.letters) yield* betweenMembers(map, declared, [source, target, address], letter);
    }
    for (const letter of map.plan.letters) {
      yield* toInternet(map, declared, source, letter);
      yield* toEndpoints(map, source, letter);
    }
  }
}

function* betweenMembers(
  map: NetworkMap,
  declared: Declared,
  [source, target, address]: readonly [MappedNetwork, MappedNetwork, number],
  letter: string,
): Generator<Difference> {
  const [from, to] = [sideOf(source), sideOf(target, address)];
  const [own, other] = [source.network.domain ?? "", target.network.domain ?? ""];
  const connection = connect(map, from, to, https, letter);
  const arrives = connection.stops?.on !== "there";
  const isDeclared = declared.talks(own, other);
  const because = declaredText(declared, own, other);
  if (arrives && !isDeclared)
    yield difference(`${from.name} reaches ${to.name}, but ${because}: ${wayText(connection.there)}`);
  if (!arrives && isDeclared)
    yield difference(`${from.name} does not reach ${to.name}, but ${because}: ${missing(connection)}`);
  if (arrives && connection.stops && declared.talks(other, own) && isDeclared)
    yield difference(`${to.name} does not answer ${from.name}, but ${because}: ${missing(connection)}`, true);
}

/** Networks on premises have ways of their own: they may not have that of the hub where their domain has none, and need not have it. */
function* toInternet(
  map: NetworkMap,
  declared: Declared,
  source: MappedNetwork,
  letter: string,
): Generator<Difference> {
  const from = sideOf(source);
  const domain = source.network.domain ?? "";
  const connection = connect(map, from, outside(map), https, letter);
  const comesToEgress = connection.there.hops.some(({ network }) => network === hubVpcs.egress);
  const hasEgress = declared.egress(domain) && !source.network.isElsewhere;
  if (comesToEgress && !hasEgress)
    yield difference(
      `${from.name} reaches the egress VPC, but ${source.network.isElsewhere ? "is in another region" : `${domain} has no egress`}: ${wayText(connection.there)}`,
    );
  if (!hasEgress || source.network.vpc === undefined) return;
  if (!comesToEgress)
    yield difference(`${from.name} does not reach the egress VPC, but ${domain} has egress: ${missing(connection)}`);
  else if (connection.stops && declared.internet)
    yield difference(
      `${from.name} does not reach the internet, but ${domain} has egress and the zone NAT gateways: ${missing(connection)}`,
    );
  else if (!connection.stops && !declared.internet)
    yield difference(
      `${from.name} reaches the internet, but the zone has no NAT gateway: ${wayText(connection.there)}`,
    );
}

/** Every VPC reaches the interface endpoints, whatever its domain talks to. */
function* toEndpoints(map: NetworkMap, source: MappedNetwork, letter: string): Generator<Difference> {
  const endpoints = map.networks.get(hubVpcs.endpoints);
  const [served] = Object.entries(endpoints?.network.vpc?.serves ?? {});
  if (endpoints === undefined || endpoints.ranges.length === 0 || !served || source.network.vpc === undefined) return;
  if (source.network.isElsewhere) return;
  const [service, admits] = served;
  const to = { ...sideOf(endpoints), name: `endpoint:${service}`, admits };
  const connection = connect(map, sideOf(source), to, https, letter);
  if (connection.stops) yield difference(`${source.network.name} does not reach ${to.name}: ${missing(connection)}`);
}

function difference(text: string, isOfAnswers = false): Difference {
  return { text, isOfAnswers };
}

function missing({ stops }: Connection): string {
  if (stops === undefined) return "";
  return stops.on === "there" ? stops.why : `on the way back ${stops.why}`;
}
