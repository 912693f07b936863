import type { Account, LandingZone } from "../declaration/model";
import { hubVpcs } from "../declaration/names";
import { planNetwork } from "./plan/network-plan";
import { connect, sideOf } from "./reachability/connection";
import { type Declared, declaredBy } from "./reachability/declared";
import { mapNetwork, type MappedNetwork, type NetworkMap } from "./reachability/map";
import { outside } from "./reachability/outside";
import { networkNameOf } from "./reachability/places";

/** A route domain with what is in it: accounts, and networks on premises. */
export interface ReachedDomain {
  readonly domain: string;
  readonly members: readonly string[];
}

/** What an account's network can open connections to, by the routes there and back. */
export interface Reach {
  readonly domain: string;
  /** The shared VPC it is in, when it has no spoke of its own. */
  readonly sharedVpc: string | undefined;
  /** `undefined` until the range is recorded. */
  readonly range: string | undefined;
  readonly reaches: readonly ReachedDomain[];
  readonly doesNotReach: readonly ReachedDomain[];
  /** How far it gets on its way out. */
  readonly wayOut: "internet" | "egress VPC" | "none";
}

const https = { protocol: "tcp", port: 443 } as const;

/** The reach of an account; `undefined` for one without a network. */
export function reachOf(zone: LandingZone, name: string): Reach | undefined {
  const account = zone.accounts.find((each) => each.name === name);
  const map = mapNetwork(planNetwork(zone));
  const own = map.networks.get((account && networkNameOf(account)) ?? "");
  const domain = own?.network.domain;
  if (account === undefined || own === undefined || domain === undefined) return undefined;
  const declared = declaredBy(zone);
  const reached = new Set(
    [...map.networks.values()].filter(
      (other) => other.network.domain !== undefined && isReached(declared, map, own, other),
    ),
  );
  const ofDomain = (which: string, isWanted: (other: MappedNetwork) => boolean): ReachedDomain => ({
    domain: which,
    members: [...map.networks.values()]
      .filter((other) => other.network.domain === which && isWanted(other))
      .flatMap((other) => namesIn(zone.accounts, other.network.name))
      .filter((member) => member !== name),
  });
  const domains = zone.network.domains.map((each) => each.name);
  const declares = (other: string): boolean => talkBothWays(declared, domain, other);
  return {
    domain,
    sharedVpc: account.network ? undefined : account.sharedVpc,
    range: own.network.ranges[0],
    reaches: domains
      .map((which) => ofDomain(which, (other) => reached.has(other)))
      .filter(({ domain: which, members }) => members.length > 0 || declares(which)),
    doesNotReach: domains
      .map((which) => ofDomain(which, (other) => !reached.has(other)))
      .filter(({ domain: which, members }) => members.length > 0 || (!declares(which) && which !== domain)),
    wayOut: wayOut(declared, map, own),
  };
}

/** Accounts in a network of the hub, or its own name where it is no account's. */
function namesIn(accounts: readonly Account[], network: string): readonly string[] {
  const inIt = accounts.filter((account) => networkNameOf(account) === network).map(({ name }) => name);
  return inIt.length > 0 ? inIt : [network];
}

/** By the routes; by what is declared while one of the two has no range. */
function isReached(declared: Declared, map: NetworkMap, own: MappedNetwork, other: MappedNetwork): boolean {
  if (own === other) return true;
  const [from, to] = [own.network.domain ?? "", other.network.domain ?? ""];
  if (own.ranges.length === 0 || other.ranges.length === 0) return talkBothWays(declared, from, to);
  return map.plan.letters.every((letter) => !connect(map, sideOf(own), sideOf(other), https, letter).stops);
}

function talkBothWays({ talks }: Declared, one: string, other: string): boolean {
  return talks(one, other) && talks(other, one);
}

function wayOut(declared: Declared, map: NetworkMap, own: MappedNetwork): Reach["wayOut"] {
  if (own.ranges.length === 0)
    return !declared.egress(own.network.domain ?? "") ? "none" : declared.internet ? "internet" : "egress VPC";
  const [letter = ""] = map.plan.letters;
  const { there, stops } = connect(map, sideOf(own), outside(map), https, letter);
  if (stops === undefined) return "internet";
  return there.hops.some(({ network }) => network === hubVpcs.egress) ? "egress VPC" : "none";
}
