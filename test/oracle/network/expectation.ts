import type { Cell, Matrix } from "./matrix";

/** What people declare of the network, as far as it says who reaches whom. */
export interface DeclaredNetwork {
  readonly domains: Readonly<Record<string, { readonly talksTo: readonly string[]; readonly egress: boolean }>>;
  readonly hasNatGateways: boolean;
  /** Account with a spoke → its route domain. */
  readonly spokes: Readonly<Record<string, string>>;
}

type Data = Readonly<Record<string, unknown>>;

/** Reads the YAML and nothing else; what is left out has the default its schema states. */
export function declaredNetwork(zone: Data, accounts: Readonly<Record<string, Data>>): DeclaredNetwork {
  const { domains, egress }: { domains?: Readonly<Record<string, Data>>; egress?: Data } = Object(zone["network"]);
  const natGateways = Object(egress)["natGateways"] ?? "none";
  return {
    domains: Object.fromEntries(
      Object.entries(domains ?? {}).map(([name, domain]) => [
        name,
        { talksTo: Object(domain)["talksTo"] ?? [], egress: Object(domain)["egress"] === true },
      ]),
    ),
    hasNatGateways: natGateways !== "none",
    spokes: Object.fromEntries(
      Object.entries(accounts).flatMap(([name, { network, status }]) =>
        network === undefined || network === "none" || (status ?? "active") !== "active"
          ? []
          : [[name, String(Object(network)["domain"])]],
      ),
    ),
  };
}

const egressVpc = "egress-attachment";
const internet = "internet";

/**
 * Who is to reach whom: spokes whose domains list each other, the internet from domains with egress where there are NAT
 * gateways, and nobody else anybody. The egress VPC holds no hosts: its ranges are reached by nobody and reach nobody,
 * but for the internet from the subnets of its attachment, through which spokes do. A packet alone arrives where answers
 * do, and from the egress VPC at every spoke whose domain has egress: that way answers come back.
 */
export function expectedMatrix({ domains, hasNatGateways, spokes }: DeclaredNetwork): Matrix {
  const talks = (from: string, to: string): boolean => domains[from]?.talksTo.includes(to) ?? false;
  const reaches = (from: string, to: string): boolean => {
    const domain = spokes[from] ?? "";
    const other = spokes[to] ?? "";
    return talks(domain, other) && talks(other, domain);
  };
  const hasEgress = (name: string): boolean => domains[spokes[name] ?? ""]?.egress ?? false;
  const toInternet = (from: string): Cell => {
    if (!hasNatGateways) return "no";
    return from === egressVpc ? "part" : hasEgress(from) ? "yes" : "no";
  };
  const names = Object.keys(spokes);
  const row = (from: string, isAlone: boolean): Readonly<Record<string, Cell>> => {
    const cells = names
      .filter((to) => to !== from)
      .map((to) => [
        `attachment/${to}`,
        reaches(from, to) || (isAlone && from === egressVpc && hasEgress(to)) ? ("yes" as const) : ("no" as const),
      ]);
    return {
      ...Object.fromEntries(cells),
      ...(from === egressVpc ? {} : { [egressVpc]: "no" }),
      ...(from === internet ? {} : { [internet]: toInternet(from) }),
    };
  };
  const rows = (isAlone: boolean): Matrix["reaches"] => ({
    ...Object.fromEntries(names.map((name) => [`attachment/${name}`, row(name, isAlone)])),
    [egressVpc]: row(egressVpc, isAlone),
    [internet]: row(internet, isAlone),
  });
  return { reaches: rows(false), arrives: rows(true), openDefaultGroups: [], faults: [] };
}
