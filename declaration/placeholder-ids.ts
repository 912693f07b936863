import { createHash } from "node:crypto";
import { type IdKey, idsFrom } from "./ids";
import type { LandingZone } from "./model";
import { serviceStateBucketName } from "./names";
import { stacksOf } from "./stacks";

/**
 * The zone as if everything had been applied: each id any stack needs, invented from its key in the shape AWS gives it.
 * The same key has the same id in every zone and every run. Ids the zone already has are kept. Good for validating
 * what a stack will be; a plan or a deployment with invented ids would be wrong.
 */
export function withPlaceholderIds(zone: LandingZone): LandingZone {
  const accounts = zone.accounts.map((account): IdKey => `account/${account.name}`);
  const known = zone.ids.entries().map(([key]) => key);
  const withAccounts = lock(zone, ["organization", "root", ...accounts]);
  const keys = new Set<IdKey>([
    ...zone.organizationalUnits.map((unit): IdKey => `organizational-unit/${unit.path}`),
    "resource-share",
    ...stacksOf(withAccounts).flatMap((stack) => stack.needs),
  ]);
  return lock(
    withAccounts,
    [...keys].filter((key) => !known.includes(key)),
  );
}

/** The id that AWS chose; undefined while it is not known, an invented one in its place or not. */
export function chosenId(zone: LandingZone, key: IdKey): string | undefined {
  if (!zone.ids.has(key)) return undefined;
  const id = zone.ids.get(key);
  return id === inventedId(zone, key) ? undefined : id;
}

function lock(zone: LandingZone, keys: readonly IdKey[]): LandingZone {
  const invented = keys.map((key) => [key, inventedId(zone, key)] as const);
  return { ...zone, ids: idsFrom({ ...Object.fromEntries(invented), ...Object.fromEntries(zone.ids.entries()) }) };
}

function inventedId(zone: LandingZone, key: IdKey): string {
  const hex = createHash("sha256").update(key).digest("hex");
  const [kind, name = ""] = key.split(/\/(.*)/s);
  switch (kind) {
    case "organization":
      return `o-${hex.slice(0, 10)}`;
    case "root":
      return "r-land";
    case "organizational-unit":
      return `ou-land-${hex.slice(0, 8)}`;
    case "account":
      return String(100_000_000_000 + (parseInt(hex.slice(0, 12), 16) % 900_000_000_000));
    case "kms-key":
      return arn(zone, "kms", "log-archive", `key/${uuid(hex)}`);
    case "resource-share":
      return arn(zone, "ram", "network", `resource-share/${uuid(hex)}`);
    case "transit-gateway":
    case "region-hub":
      return `tgw-0${hex.slice(0, 16)}`;
    case "egress-vpc":
    case "hub-vpc":
    case "vpc":
      return `vpc-0${hex.slice(0, 16)}`;
    case "route-table":
    case "region-route-table":
      return `tgw-rtb-0${hex.slice(0, 16)}`;
    case "attachment":
    case "region-attachment":
    case "peering":
    case "egress-attachment":
    case "hub-attachment":
      return `tgw-attach-0${hex.slice(0, 16)}`;
    case "hosted-zone":
    case "apex-zone":
    case "private-zone":
      return `Z0${hex.slice(0, 18).toUpperCase()}`;
    case "name-servers":
      return ["com", "net", "org", "co.uk"].map((end, at) => `ns-${String(512 * at + 7)}.awsdns-01.${end}`).join(",");
    case "resolver-rule":
      return `rslvr-rr-${hex.slice(0, 17)}`;
    case "query-log-config":
      return `rslvr-qlc-${hex.slice(0, 17)}`;
    case "dns-firewall":
      return `rslvr-frg-${hex.slice(0, 17)}`;
    case "state-bucket":
      return serviceStateBucketName(zone, name);
    default:
      throw new Error(`no shape for the id ${key}: add it to declaration/placeholder-ids.ts`);
  }
}

function arn(zone: LandingZone, service: string, role: "log-archive" | "network", resource: string): string {
  const account = zone.ids.get(`account/${zone.foundation[role].name}`);
  return `arn:${zone.partition}:${service}:${zone.regions.home}:${account}:${resource}`;
}

function uuid(hex: string): string {
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}
