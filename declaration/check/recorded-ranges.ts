import { type AddressRange, contains, formatRange, hasHostBits, lastOf, parseRange } from "../address-range";
import type { Draft } from "../draft/draft";
import { hubVpcs } from "../names";
import type { Problem } from "../problem/problem";
import type { LandingZoneFile } from "../schema/landing-zone";
import { problemAt } from "../source/source";
import { poolOf } from "./pool";

interface Recorded {
  readonly name: string;
  readonly range: AddressRange;
}

/** Recorded ranges are network addresses within the pool, and no two overlap: they were merged or edited by hand otherwise. */
export function checkRecordedRanges(draft: Draft): readonly Problem[] {
  const { addresses } = draft;
  if (!addresses) return [];
  const pool = poolOf(draft);
  const at = (name: string, code: Problem["code"], message: string): Problem =>
    problemAt(addresses.source, ["ranges", name], code, message);
  const recorded = Object.entries(addresses.entries).flatMap(([name, text]): Recorded[] => {
    const range = parseRange(text);
    return range ? [{ name, range }] : [];
  });
  const problems: Problem[] = [];
  for (const { name, range } of recorded) {
    const text = formatRange(range);
    if (hasHostBits(range)) problems.push(at(name, "LF1511", `${text} of ${name} is not a network address`));
    else if (pool && !contains(pool, range)) {
      problems.push(at(name, "LF1510", `${text} of ${name} lies outside the pool ${formatRange(pool)}`));
    }
  }
  const sorted = [...recorded].sort((a, b) => a.range.first - b.range.first);
  let previous: Recorded | undefined;
  for (const current of sorted) {
    if (previous && current.range.first <= lastOf(previous.range)) {
      const message = `${described(draft, current)} overlaps ${described(draft, previous)}; ${wayOut(draft, [current, previous])}`;
      problems.push(at(current.name, "LF1509", message));
    }
    if (!previous || lastOf(current.range) > lastOf(previous.range)) previous = current;
  }
  return problems;
}

/** A range with the file that asks for it: where two branches each allocated it, both files are to be looked at. */
function described({ accounts, zone }: Draft, { name, range }: Recorded): string {
  const source = isOfHub(name, zone?.file.network)
    ? zone?.source
    : accounts.find(({ account }) => account.name === name.replace(/\/.*$/s, ""))?.source;
  return `${formatRange(range)} of ${name} (${source?.file ?? "of which there is no file"})`;
}

/** A network keeps its range for good, so the entry that can go is that of a network to come. */
function wayOut({ ids, zone }: Draft, pair: readonly Recorded[]): string {
  const ofHub = (name: string): boolean => isOfHub(name, zone?.file.network);
  const idOf = (name: string): string =>
    name.includes("/")
      ? `region-attachment/${name.split("/").reverse().join("/")}`
      : name === hubVpcs.egress
        ? "egress-vpc"
        : ofHub(name)
          ? `hub-attachment/${name}`
          : `attachment/${name}`;
  const [one, other] = pair.filter(({ name }) => ids?.entries[idOf(name)] === undefined);
  if (!one) return "both networks exist, so one of them must be given up for a new account";
  if (other) return "neither network exists yet: delete the entry merged last, and `landfall deploy` allocates it anew";
  const anew = ofHub(one.name) ? "deploy" : `onboard ${one.name}`;
  return `delete the entry of ${one.name}, whose network does not exist yet, and \`landfall ${anew}\` allocates it anew`;
}

/** Whether a range is that of a VPC of the network account, not of an account's spoke. */
function isOfHub(name: string, network: Partial<LandingZoneFile>["network"]): boolean {
  return Object.hasOwn(hubVpcs, name) || Object.hasOwn(network?.sharedVpcs ?? {}, name);
}
