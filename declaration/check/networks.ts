import { type AddressRange, formatRange, hasHostBits, networkOf, overlaps, parseRange } from "../address-range";
import type { Draft } from "../draft/draft";
import { hubVpcs } from "../names";
import { didYouMean, listed } from "../problem/nearest";
import type { Problem } from "../problem/problem";
import { problemAt } from "../source/source";
import { poolOf } from "./pool";

/** The hub's other networks: names that nothing else has, route domains that exist, ranges on premises beside the pool. */
export function checkNetworks(draft: Draft): readonly Problem[] {
  const { zone, accounts } = draft;
  const network = zone?.file.network;
  if (!zone || !network) return [];
  const problems: Problem[] = [];
  const at = (path: readonly (string | number)[], code: Problem["code"], message: string, part?: "key"): number =>
    problems.push(problemAt(zone.source, ["network", ...path], code, message, part));
  const domains = Object.keys(network.domains);
  const owners = new Map<string, string>([
    ...Object.keys(hubVpcs).map((name) => [name, `the ${name} VPC`] as const),
    ...accounts.flatMap(({ source, account: { name } }) =>
      name === undefined ? [] : [[name, `an account (${source.file})`] as const],
    ),
  ]);
  for (const kind of ["sharedVpcs", "vpns", "directConnects"] as const) {
    for (const [name, { domain }] of Object.entries(network[kind])) {
      const owner = owners.get(name);
      if (owner !== undefined) at([kind, name], "LF1515", `${name} is the name of ${owner}; choose another`, "key");
      owners.set(name, `a network in network.${kind}`);
      if (!domains.includes(domain)) {
        const remedy = didYouMean(domain, domains) || `; declared: ${listed(domains)}`;
        at([kind, name, "domain"], "LF1501", `the route domain ${domain} is not declared${remedy}`);
      }
    }
  }
  const taken = [poolRange(draft)].filter((each) => each !== undefined);
  for (const kind of ["vpns", "directConnects"] as const) {
    for (const [name, { ranges }] of Object.entries(network[kind])) {
      for (const [index, text] of ranges.entries()) {
        const range = parseRange(text);
        if (!range) continue;
        const path = [kind, name, "ranges", index];
        const other = taken.find((each) => overlaps(each.range, range));
        if (hasHostBits(range))
          at(path, "LF1517", `${text} is not a network address; did you mean ${formatRange(networkOf(range))}?`);
        else if (other) at(path, "LF1516", `${text} overlaps ${formatRange(other.range)} of ${other.of}`);
        taken.push({ range, of: name });
      }
    }
  }
  for (const [name, { amazonSideAsn }] of Object.entries(network.directConnects)) {
    if (amazonSideAsn === network.transitGateway.amazonSideAsn)
      at(
        ["directConnects", name, "amazonSideAsn"],
        "LF1520",
        `${amazonSideAsn} is the Transit Gateway's ASN; a Direct Connect gateway needs another`,
      );
  }
  return problems;
}

function poolRange(draft: Draft): { readonly range: AddressRange; readonly of: string } | undefined {
  const range = poolOf(draft);
  return range && { range, of: "the pool" };
}
