import {
  type AddressRange,
  contains,
  formatRange,
  hasHostBits,
  networkOf,
  overlaps,
  parseRange,
} from "../address-range";
import type { Draft } from "../draft/draft";
import { didYouMean, listed } from "../problem/nearest";
import type { Problem } from "../problem/problem";
import { furtherRegions } from "../regions";
import { problemAt } from "../source/source";
import { poolOf } from "./pool";

type At = (path: readonly PropertyKey[], code: Problem["code"], message: string, part?: "key") => Problem;

/** Hubs beyond the home region: in governed regions, each with a part of the pool and an ASN of its own, and spokes in no other. */
export function checkRegionHubs(draft: Draft): readonly Problem[] {
  const { zone } = draft;
  if (!zone?.file.network || Object.keys(zone.file.network.regions).length + spokesIn(draft).length === 0) return [];
  const at: At = (path, code, message, part) => problemAt(zone.source, ["network", ...path], code, message, part);
  return [
    ...checkPlaces(draft, at),
    ...checkPools(draft, at),
    ...checkAsns(draft, at),
    ...checkTogether(draft, at),
    ...checkNames(draft, at),
    ...checkSpokes(draft),
  ];
}

interface SpokeRegion {
  readonly source: Draft["accounts"][number]["source"];
  readonly region: string;
  readonly index: number;
}

function spokesIn({ accounts }: Draft): readonly SpokeRegion[] {
  return accounts.flatMap(({ source, account: { network } }) =>
    network === undefined || network === "none"
      ? []
      : network.regions.map((region, index) => ({ source, region, index })),
  );
}

function hubsOf({
  zone,
}: Draft): readonly (readonly [string, { readonly pool: string; readonly amazonSideAsn: number }])[] {
  return Object.entries(zone?.file.network?.regions ?? {});
}

function checkPlaces(draft: Draft, at: At): readonly Problem[] {
  const regions = draft.zone?.file.regions;
  if (!regions) return [];
  const allowed = furtherRegions({ regions });
  return hubsOf(draft).flatMap(([region]): Problem[] => {
    if (allowed.includes(region)) return [];
    const remedy =
      region === regions.home
        ? "it is the home region, whose hub is network itself"
        : `governed are ${listed(allowed, "none yet: add it to regions.governed")}`;
    return [
      at(["regions", region], "LF1530", `${region} is no governed region beyond the home region; ${remedy}`, "key"),
    ];
  });
}

function checkPools(draft: Draft, at: At): readonly Problem[] {
  const pool = poolOf(draft);
  const taken: { readonly range: AddressRange; readonly of: string }[] = Object.entries(
    draft.addresses?.entries ?? {},
  ).flatMap(([name, text]) => {
    const range = parseRange(text);
    return range ? [{ range, of: name }] : [];
  });
  return hubsOf(draft).flatMap(([region, { pool: text }]): Problem[] => {
    const range = parseRange(text);
    if (!range) return [];
    const path = ["regions", region, "pool"];
    const isOwn = (name: string): boolean => name.endsWith(`/${region}`);
    const other = taken.find((each) => !isOwn(each.of) && overlaps(each.range, range));
    const outside = taken.find((each) => isOwn(each.of) && !contains(range, each.range));
    taken.push({ range, of: `the pool of ${region}` });
    if (hasHostBits(range))
      return [at(path, "LF1531", `${text} is not a network address; did you mean ${formatRange(networkOf(range))}?`)];
    if (pool && !contains(pool, range))
      return [at(path, "LF1531", `${text} lies outside the pool ${formatRange(pool)}, of which it is to be a part`)];
    if (other)
      return [
        at(path, "LF1531", `${text} overlaps ${formatRange(other.range)} of ${other.of}; take a part that is free`),
      ];
    if (outside)
      return [
        at(
          path,
          "LF1531",
          `${formatRange(outside.range)} of ${outside.of} lies outside ${text}, and a VPC's range cannot change`,
        ),
      ];
    return [];
  });
}

function checkAsns(draft: Draft, at: At): readonly Problem[] {
  const network = draft.zone?.file.network;
  const owners = new Map<number, string>([
    ...(network ? [[network.transitGateway.amazonSideAsn, "the home region's Transit Gateway"] as const] : []),
    ...Object.entries(network?.directConnects ?? {}).map(([name, { amazonSideAsn }]) => [amazonSideAsn, name] as const),
  ]);
  return hubsOf(draft).flatMap(([region, { amazonSideAsn }]): Problem[] => {
    const owner = owners.get(amazonSideAsn);
    owners.set(amazonSideAsn, owner ?? region);
    if (owner === undefined) return [];
    return [
      at(
        ["regions", region, "amazonSideAsn"],
        "LF1532",
        `${amazonSideAsn} is the ASN of ${owner}; peered gateways need one each`,
      ),
    ];
  });
}

/** Traffic between regions passes no firewall, and its routes are in no table's own stack. */
function checkTogether(draft: Draft, at: At): readonly Problem[] {
  const network = draft.zone?.file.network;
  if (!network || hubsOf(draft).length === 0) return [];
  const problems: Problem[] = [];
  if (network.inspection?.betweenDomains)
    problems.push(
      at(
        ["inspection", "betweenDomains"],
        "LF1533",
        "traffic between regions would pass by the firewall; leave out betweenDomains or network.regions",
      ),
    );
  if (network.routingStacks === "per-domain")
    problems.push(
      at(
        ["routingStacks"],
        "LF1533",
        "with network.regions all routes of the home region are in one stack: routingStacks: one",
      ),
    );
  return problems;
}

/** A peering and its table are called as the region. */
function checkNames(draft: Draft, at: At): readonly Problem[] {
  const network = draft.zone?.file.network;
  const taken = [...hubsOf(draft).map(([region]) => region), draft.zone?.file.regions?.home];
  const message = (name: string): string => `${name} names the peering with that region; choose another name`;
  const ofHub = (["domains", "sharedVpcs", "vpns", "directConnects"] as const).flatMap((kind) =>
    Object.keys(network?.[kind] ?? {})
      .filter((name) => taken.includes(name))
      .map((name) => at([kind, name], "LF1534", message(name), "key")),
  );
  const accounts = draft.accounts.flatMap(({ source, account: { name } }) =>
    name !== undefined && taken.includes(name) ? [problemAt(source, ["name"], "LF1534", message(name))] : [],
  );
  return [...ofHub, ...accounts];
}

function checkSpokes(draft: Draft): readonly Problem[] {
  const regions = hubsOf(draft).map(([region]) => region);
  return spokesIn(draft)
    .filter(({ region }) => !regions.includes(region))
    .map(({ source, region, index }) => {
      const remedy = didYouMean(region, regions) || `; declared: ${listed(regions, "none")}`;
      return problemAt(
        source,
        ["network", "regions", index],
        "LF1535",
        `network.regions has no hub in ${region}${remedy}`,
      );
    });
}
