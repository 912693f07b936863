import fc from "../../fast-check";
import type { LandingZone } from "../../../declaration/model";
import { type Data, type Declaration, edited } from "./declaration";
import { inDetection } from "./detection";
import { alone } from "./start";

/** What a change may name: everything there is in the zone now. */
export type Names = Readonly<Record<"units" | "domains" | "accounts" | "groups" | "permissionSets", readonly string[]>>;

/** A place in a file and what may stand there; `undefined` is nothing. */
export interface Place {
  readonly path: string;
  readonly values: (names: Names) => readonly unknown[];
}

const contact = { name: "Somebody", email: "somebody@example.com", phone: "+49 30 1234", title: "Boss" };
const some = (list: readonly unknown[]): readonly unknown[] => [
  ...list.map((each) => [each]),
  list,
  list.toReversed(),
  [],
];

const inAccount: readonly Place[] = [
  { path: "closeOnRemoval", values: () => [undefined, true, false] },
  { path: "displayName", values: () => [undefined, "Shown", "Shown otherwise"] },
  { path: "email", values: () => [undefined, "one@example.com", "two@example.com"] },
  { path: "owner", values: () => ["ones", "others"] },
  { path: "organizationalUnit", values: ({ units }) => units },
  { path: "status", values: () => [undefined, "suspended", "closed"] },
  {
    path: "budget",
    values: () => [undefined, { monthlyUsd: 10 }, { monthlyUsd: 11 }, { monthlyUsd: 10, alertPercent: [50, 90] }],
  },
  { path: "budget.alertPercent", values: () => [[], [100], [100, 50], [50, 100]] },
  { path: "contacts.operations", values: () => [undefined, contact, { ...contact, email: "other@example.com" }] },
  { path: "contacts.operations.title", values: () => ["Boss", "Deputy"] },
  { path: "contacts.billing", values: () => [undefined, contact] },
  { path: "contacts.security", values: () => [undefined, contact] },
  { path: "network", values: ({ domains }) => ["none", ...domains.map((domain) => ({ domain, prefixLength: 24 }))] },
  { path: "network.domain", values: ({ domains }) => domains },
  { path: "network.prefixLength", values: () => [22, 23, 24] },
  {
    path: "access",
    values: ({ groups, permissionSets }) => [
      {},
      ...groups.map((group) => ({ [group]: permissionSets })),
      Object.fromEntries(groups.map((group) => [group, permissionSets.toReversed()])),
      Object.fromEntries(groups.toReversed().map((group) => [group, permissionSets.slice(0, 1)])),
    ],
  },
  { path: "service", values: () => [undefined, alone, { ...alone, repository: "elsewhere" }] },
  { path: "service.repository", values: () => [undefined, "elsewhere"] },
  { path: "service.settings.logRetentionDays", values: () => [7, 14] },
  { path: "service.settings.memoryMegabytes", values: () => [256, 512] },
  { path: "service.settings.latencyP95Milliseconds", values: () => [500, 1000] },
  { path: "service.settings.throttle", values: () => [undefined, { burst: 5, rate: 2 }] },
  {
    path: "tags",
    values: () => [undefined, { stage: "one" }, { stage: "two", also: "this" }, { also: "this", stage: "two" }],
  },
];

/** A policy that sets things up. */
const optOut = {
  type: "ai-opt-out",
  attachTo: ["root"],
  content: { services: { default: { opt_out_policy: { "@@assign": "optOut" } } } },
};

/** Guardrails of the catalogue that let nobody through. */
const unexemptable = ["allowed-regions", "deny-root-user"];

const guardrails = ["allowed-regions", "deny-everything", "deny-root-user", "protect-trail", "quarantine", "own"];

const inZone: readonly Place[] = [
  { path: "organization.name", values: () => ["acme", "emca"] },
  { path: "organization.emailPattern", values: () => ["aws+{account}@acme.example", "{account}@acme.example"] },
  { path: "organization.trustedServices", values: () => some(["backup.amazonaws.com", "ram.amazonaws.com"]) },
  { path: "organization.policyTypes", values: () => some(["BACKUP_POLICY", "TAG_POLICY"]) },
  { path: "organization.rootAccess", values: () => [undefined, {}, { sessions: false }] },
  { path: "organization.quarantineNewAccounts", values: () => [undefined, true, false] },
  { path: "organization.quotas", values: () => [undefined, { scpBytes: 5_120 }, { scpAttached: 5 }] },
  { path: "regions.home", values: () => ["eu-west-1", "eu-central-1"] },
  { path: "regions.governed", values: () => some(["eu-west-1", "eu-central-1"]) },
  { path: "regions.allowed", values: () => some(["eu-west-1", "eu-central-1", "eu-north-1"]) },
  { path: "organizationalUnits.quarantine", values: () => [undefined, {}] },
  { path: "organizationalUnits.later", values: () => [undefined, {}, { below: {} }] },
  { path: "network.pool", values: () => ["10.0.0.0/12", "10.0.0.0/11", "172.16.0.0/14"] },
  { path: "network.availabilityZones", values: () => [2, 3] },
  { path: "network.egress.natGateways", values: () => ["none", "single", "per-zone"] },
  { path: "network.egress.prefixLength", values: () => [24, 25] },
  { path: "network.routingStacks", values: () => ["one", "per-domain"] },
  {
    path: "network.inspection",
    values: () => [undefined, { allowedDomains: ["one.example"] }, { allowedDomains: ["b.example", "a.example"] }],
  },
  { path: "network.inspection.allowedDomains", values: () => some(["a.example", ".b.example"]).slice(0, 4) },
  { path: "network.inspection.betweenDomains", values: () => [true, false] },
  { path: "network.networkAcls", values: () => [undefined, true, false] },
  { path: "network.domains.later", values: ({ domains }) => [undefined, {}, { talksTo: domains, egress: true }] },
  {
    path: "network.endpoints",
    values: () => [
      undefined,
      { services: ["ssm"] },
      { services: ["ssm", "ecr.dkr"] },
      { services: ["ecr.dkr", "ssm"] },
    ],
  },
  { path: "dns.privateSuffix", values: () => [undefined, "corp.example", "inside.example"] },
  { path: "dns.resolver", values: () => [undefined, {}, { inbound: true }] },
  {
    path: "dns.resolver.forward",
    values: () => [
      {},
      { "ad.example": ["10.1.1.1", "10.1.1.2"] },
      { "ad.example": ["10.1.1.2", "10.1.1.1"], "b.example": ["10.1.1.1"] },
    ],
  },
  {
    path: "dns.firewall",
    values: () => [
      undefined,
      { block: ["a.example", ".b.example"] },
      { block: [".b.example", "a.example"] },
      { managedLists: { bots: "rslvr-fdl-1" } },
    ],
  },
  { path: "dns.queryLogs", values: () => [true, false] },
  { path: "dns.serviceSuffix", values: () => ["one.example", "two.example"] },
  { path: "logs.retentionDays", values: () => [365, 400] },
  { path: "logs.lockDays", values: () => [30, 31] },
  { path: "security.findingsEmail", values: () => [undefined, "security@example.com"] },
  { path: "security.minimumSeverity", values: () => ["LOW", "HIGH"] },
  { path: "identity.groups.later", values: () => [undefined, { description: "Later" }] },
  { path: "identity.permissionSets.later", values: () => [undefined, { description: "Later", sessionHours: 3 }] },
  { path: "identity.permissionSets.later.managedPolicies", values: () => some(["ReadOnlyAccess", "SecurityAudit"]) },
  { path: "identity.permissionSets.later.customerManagedPolicies", values: () => some([{ name: "a" }, { name: "b" }]) },
  { path: "identity.permissionSets.later.boundary", values: () => [undefined, { managedPolicy: "ReadOnlyAccess" }] },
  {
    path: "identity.assignments",
    values: ({ groups: [group], permissionSets: [set], units }) =>
      some(units.slice(0, 2)).map((organizationalUnits) => [{ group, permissionSets: [set], organizationalUnits }]),
  },
  { path: "identity.breakGlass", values: () => [undefined, { users: ["a", "b"], alertEmail: "one@example.com" }] },
  { path: "identity.breakGlass.users", values: () => some(["a", "b"]) },
  { path: "identity.breakGlass.alertEmail", values: () => ["one@example.com", "two@example.com"] },
  { path: "policies.set-up", values: () => [undefined, optOut, { ...optOut, attachTo: ["root"] }] },
  { path: "policies.set-up.accounts", values: ({ accounts }) => some(accounts.slice(0, 2)) },
  { path: "costs.budget", values: () => [undefined, { monthlyUsd: 10, email: "one@example.com" }] },
  { path: "costs.export", values: () => [undefined, {}, { resources: true }] },
  { path: "costs.allocationTags", values: () => some(["one", "two"]) },
  { path: "deployment.stateBucket", values: () => [undefined, "some-bucket"] },
  { path: "deployment.github", values: () => [undefined, { owner: "acme" }, { owner: "acme", repository: "zone" }] },
  { path: "tags", values: () => [{}, { organization: "acme" }, { organization: "acme", cost: "1" }] },
  ...guardrails.flatMap((name): Place[] => [
    {
      path: `guardrails.${name}`,
      values: ({ units }) => [undefined, { attachTo: [units[0]] }, { attachTo: units.slice(0, 2) }],
    },
    { path: `guardrails.${name}.accounts`, values: ({ accounts }) => [undefined, accounts.slice(1, 3)] },
    { path: `guardrails.${name}.tags`, values: () => [undefined, { stage: "one" }, { stage: "two" }] },
    {
      path: `guardrails.${name}.exempt`,
      values: () =>
        unexemptable.includes(name) ? [undefined] : [undefined, { roles: ["ops"] }, { roles: ["ops", "build"] }],
    },
    { path: `guardrails.${name}.policyName`, values: () => [undefined, "another-name"] },
  ]),
];

const vpn = { address: "192.0.2.10", ranges: ["192.168.0.0/17"] };
const directConnect = { amazonSideAsn: 64_550, ranges: ["192.168.128.0/17"] };

/** The hub's other networks; ranges of the shared VPCs are recorded from the start. */
const inHub: readonly Place[] = [
  { path: "transitGateway", values: () => [undefined, { flowLogs: true }, { amazonSideAsn: 64_600 }] },
  { path: "ipam", values: () => [undefined, true] },
  {
    path: "sharedVpcs",
    values: ({ domains: [one, other = one] }) => [
      undefined,
      { commons: { domain: one, prefixLength: 24 } },
      { commons: { domain: one, prefixLength: 24 }, lab: { domain: other, prefixLength: 24 } },
      { lab: { domain: one, prefixLength: 24 }, commons: { domain: other, prefixLength: 24 } },
    ],
  },
  { path: "sharedVpcs.commons", values: ({ domains }) => domains.map((domain) => ({ domain, prefixLength: 24 })) },
  {
    path: "vpns.office",
    values: ({ domains }) => [
      undefined,
      ...domains.map((domain) => ({ ...vpn, domain })),
      { ...vpn, domain: domains[0], asn: 4_200_000_001 },
      { ...vpn, domain: domains[0], ranges: ["192.168.0.0/18", "192.168.64.0/18"] },
    ],
  },
  {
    path: "directConnects.cage",
    values: ({ domains }) => [undefined, ...domains.map((domain) => ({ ...directConnect, domain }))],
  },
];

/** In one domain of those there are. */
const inDomain: readonly Place[] = [
  { path: "egress", values: () => [true, false] },
  { path: "talksTo", values: ({ domains }) => some(domains) },
];

const policies = [
  undefined,
  '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"s3:*","Resource":"*"}}',
  '{\n  "Version": "2012-10-17",\n  "Statement": { "Effect": "Deny", "Action": "s3:*", "Resource": "*" }\n}\n',
  '{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"ec2:*","Resource":"*"}}',
];

/** Where a change is made, and its choices as numbers that are taken modulo what there is. */
export const change = fc.record({
  where: fc.constantFrom(
    ...(["account", "account", "account", "account", "zone", "zone", "zone", "domain"] as const),
    ...(["hub", "hub", "guest", "detection", "detection"] as const),
    ...(["add", "remove", "policy", "id", "import", "range", "reorder", "talk", "talk"] as const),
  ),
  which: fc.nat(),
  place: fc.nat(),
  value: fc.nat(),
});
export type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

type Where = Change["where"];

/** The declaration after a change. It may not validate any more. `zone` is what it declares before. */
export function apply(
  declaration: Declaration,
  zone: LandingZone,
  { where, which, place, value }: Change,
): Declaration {
  const names: Names = {
    units: zone.organizationalUnits.map(({ path }) => path),
    domains: zone.network.domains.map(({ name }) => name),
    accounts: zone.accounts.map(({ name }) => name),
    groups: Object.keys(zone.identity.groups),
    permissionSets: Object.keys(zone.identity.permissionSets),
  };
  const pick = <T>(list: readonly T[], at: number): T => {
    const picked = list[at % list.length];
    if (picked === undefined && list.length === 0) throw new Error("nothing to pick from");
    return picked as T;
  };
  const edit = (data: Data, places: readonly Place[], below: readonly string[] = []): Data => {
    const { path, values } = pick(places, place);
    return edited(data, [...below, ...path.split(".")], pick(values(names), value));
  };
  const account = pick(Object.keys(declaration.accounts), which);
  const changes: Readonly<Record<Where, () => Declaration>> = {
    account: () => ({
      ...declaration,
      accounts: { ...declaration.accounts, [account]: edit(declaration.accounts[account] ?? {}, inAccount) },
    }),
    zone: () => ({ ...declaration, zone: edit(declaration.zone, inZone) }),
    detection: () => ({ ...declaration, zone: edit(declaration.zone, inDetection) }),
    hub: () => ({ ...declaration, zone: edit(declaration.zone, inHub, ["network"]) }),
    guest: () => {
      const sharedVpc = pick([undefined, "commons", "lab"], value);
      const guest = edited(edited(declaration.accounts[account] ?? {}, ["network"], "none"), ["sharedVpc"], sharedVpc);
      return { ...declaration, accounts: { ...declaration.accounts, [account]: guest } };
    },
    domain: () => ({
      ...declaration,
      zone: edit(declaration.zone, inDomain, ["network", "domains", pick(names.domains, which)]),
    }),
    talk: () => {
      const [one, other] = [pick(names.domains, which), pick(names.domains, which + 1 + (place % 2))];
      const talksTo = (name: string): readonly string[] =>
        zone.network.domains.find((domain) => domain.name === name)?.talksTo ?? [];
      const toggled = (from: string, to: string): readonly string[] =>
        talksTo(from).includes(to) ? talksTo(from).filter((name) => name !== to) : [to, ...talksTo(from)];
      const path = (name: string): string[] => ["network", "domains", name, "talksTo"];
      const half = edited(declaration.zone, path(one), toggled(one, other));
      return { ...declaration, zone: edited(half, path(other), toggled(other, one)) };
    },
    add: () => {
      const name = `added-${which % 3}`;
      const network = value % 2 === 0 ? "none" : { domain: pick(names.domains, place), prefixLength: 24 };
      const service = value % 3 === 0 ? {} : { service: alone };
      const added = { name, organizationalUnit: pick(names.units, place), owner: "adders", network, ...service };
      return {
        ...declaration,
        accounts: { ...declaration.accounts, [name]: added },
        ranges: {
          ...declaration.ranges,
          [name]: `${declaration.ranges["egress"]?.replace(/\d+\.\d+\/\d+$/, "")}${200 + (which % 3)}.0/24`,
        },
      };
    },
    remove: () => {
      const kept = Object.entries(declaration.accounts).filter(([name]) => name !== account);
      return { ...declaration, accounts: Object.fromEntries(kept) };
    },
    policy: () => {
      const others = Object.entries(declaration.policies).filter(([name]) => name !== "own");
      const text = pick(policies, value);
      const own = text === undefined ? [] : [["own", text] as const];
      return { ...declaration, policies: Object.fromEntries([...others, ...own]) };
    },
    id: () => {
      const [key, id] = pick(zone.ids.entries(), which);
      // Another id of the same form: account ids keep their twelve digits.
      const other = id.replace(/[1-8](?=\D*$)/, (digit) => String(Number(digit) + 1));
      return { ...declaration, ids: { ...declaration.ids, [key]: other } };
    },
    import: () => {
      const imports = pick([undefined, { "aws_vpc.spoke": "vpc-1" }, { "aws_vpc.spoke": "vpc-2" }], value);
      return {
        ...declaration,
        imports: edited(declaration.imports, [pick(["org", "network", account], which)], imports),
      };
    },
    range: () => {
      const name = pick(Object.keys(declaration.ranges), which);
      const range = declaration.ranges[name]?.replace(/\.\d+\.(\d+)\//, `.${60 + (value % 3) * 4}.$1/`) ?? "";
      return { ...declaration, ranges: { ...declaration.ranges, [name]: range } };
    },
    reorder: () => ({
      ...declaration,
      zone: reversed(declaration.zone),
      accounts: { ...declaration.accounts, [account]: reversed(declaration.accounts[account] ?? {}) },
    }),
  };
  return changes[where]();
}

/** The same declaration with every mapping's keys the other way round. */
function reversed(data: Data): Data {
  return Object.fromEntries(
    Object.entries(data)
      .reverse()
      .map(([key, value]) => [key, isMapping(value) ? reversed(value) : value]),
  );
}

function isMapping(value: unknown): value is Data {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Place of the zone's tags among the places of a change. */
export const tagsPlace = inZone.findIndex(({ path }) => path === "tags");
