import type { Account, LandingZone } from "../../declaration/model";
import { hubVpcs } from "../../declaration/names";
import { didYouMean, listed } from "../../declaration/problem/nearest";
import { UserError } from "../../declaration/user-error";
import { resolverService } from "../plan/endpoints";
import { type Side, sideOf } from "./connection";
import type { MappedNetwork, NetworkMap } from "./map";
import { internet, outside } from "./outside";

const servicePrefix = "endpoint:";

/** What a name stands for; one or several sides, where a network has several ranges. */
export type Place = { readonly sides: readonly Side[] } | { readonly gatewayService: string };

/** Every name there is to ask about: accounts with a network, networks of the hub, services, and the internet. */
export function placeNames({ accounts }: LandingZone, { networks }: NetworkMap): readonly string[] {
  const members = [...networks.values()].filter(({ network }) => network.domain !== undefined);
  return [
    ...new Set([
      ...accounts.filter((account) => networkNameOf(account) !== undefined).map(({ name }) => name),
      ...members.map(({ network }) => network.name),
      ...gatewayServicesOf(networks).map((service) => `${servicePrefix}${service}`),
      ...Object.keys(servedBy(networks)).map(serviceName),
      internet,
    ]),
  ];
}

/**
 * Finds what a name stands for: an account (its spoke, or the shared VPC it is in), a shared VPC, a VPN, a Direct Connect,
 * `endpoint:SERVICE`, `resolver` or `internet`.
 * @throws UserError for a name that stands for nothing, with the nearest, and for a network that has no range yet
 */
export function placeOf(zone: LandingZone, map: NetworkMap, name: string): Place {
  if (name === internet) return { sides: [outside(map)] };
  const account = zone.accounts.find((each) => each.name === name);
  const network = map.networks.get(account ? (networkNameOf(account) ?? "") : name);
  if (network?.network.domain !== undefined) return { sides: sidesIn(name, network) };
  if (account)
    throw new UserError(
      `${name} has no network`,
      "Ask about an account with a spoke, or with the subnets of a shared VPC.",
    );
  const served = Object.entries(servedBy(map.networks)).find(([service]) => serviceName(service) === name);
  const endpoints = map.networks.get(hubVpcs.endpoints);
  if (served && endpoints) return { sides: sidesIn(name, endpoints).map((side) => ({ ...side, admits: served[1] })) };
  const service = name.startsWith(servicePrefix) ? name.slice(servicePrefix.length) : "";
  if (gatewayServicesOf(map.networks).includes(service)) return { gatewayService: service };
  const names = placeNames(zone, map);
  throw new UserError(`the network has no ${name}${didYouMean(name, names)}`, `It has ${listed(names)}.`);
}

/** The network that an account is in: a spoke is called as its account. */
export function networkNameOf({ name, network, sharedVpc }: Account): string | undefined {
  return network ? name : sharedVpc;
}

function sidesIn(name: string, network: MappedNetwork): readonly Side[] {
  if (network.ranges.length === 0)
    throw new UserError(
      `the network of ${name} has no range yet`,
      "`landfall deploy` and `landfall onboard` allocate it.",
    );
  return network.ranges.map(({ first }, index) => ({
    ...sideOf(network, first),
    name,
    shown: network.network.ranges[index] ?? name,
  }));
}

function servedBy(networks: NetworkMap["networks"]): Readonly<Record<string, NonNullable<Side["admits"]>>> {
  return networks.get(hubVpcs.endpoints)?.network.vpc?.serves ?? {};
}

function serviceName(service: string): string {
  return service === resolverService ? service : `${servicePrefix}${service}`;
}

function gatewayServicesOf(networks: NetworkMap["networks"]): readonly string[] {
  return [...new Set([...networks.values()].flatMap(({ network }) => network.vpc?.gatewayEndpoints ?? []))];
}
