/** Keys of `ids.lock.json`: what AWS chooses, named by what Landfall chose. */
export type IdKey =
  | "organization"
  | "root"
  | "transit-gateway"
  | "egress-attachment"
  | "egress-vpc"
  | "query-log-config"
  | "dns-firewall"
  | "apex-zone"
  | "resource-share"
  | `account/${string}`
  | `organizational-unit/${string}`
  | `kms-key/${string}`
  | `route-table/${string}`
  | `attachment/${string}`
  | `hub-attachment/${string}`
  | `hub-vpc/${string}`
  | `shared-subnet/${string}`
  | `private-zone/${string}`
  | `resolver-rule/${string}`
  | `vpc/${string}`
  | `hosted-zone/${string}`
  | `name-servers/${string}`
  | `state-bucket/${string}`
  | `region-hub/${string}`
  | `region-route-table/${string}`
  | `region-attachment/${string}`
  | `peering/${string}`;

type Form<Key> = Key extends `${infer Kind}/${string}` ? `${Kind}/` : Key;

/** What every key is or starts with; the type makes the table complete. */
const forms: Readonly<Record<Form<IdKey>, true>> = {
  organization: true,
  root: true,
  "transit-gateway": true,
  "egress-attachment": true,
  "egress-vpc": true,
  "query-log-config": true,
  "dns-firewall": true,
  "apex-zone": true,
  "resource-share": true,
  "account/": true,
  "organizational-unit/": true,
  "kms-key/": true,
  "route-table/": true,
  "attachment/": true,
  "hub-attachment/": true,
  "hub-vpc/": true,
  "shared-subnet/": true,
  "private-zone/": true,
  "resolver-rule/": true,
  "vpc/": true,
  "hosted-zone/": true,
  "name-servers/": true,
  "state-bucket/": true,
  "region-hub/": true,
  "region-route-table/": true,
  "region-attachment/": true,
  "peering/": true,
};
export const idKeyForms: readonly string[] = Object.keys(forms);

/** Read-only view of the lock file. Values are ids or ARNs; name servers are joined by commas. */
export interface Ids {
  has(key: IdKey): boolean;
  /** @throws MissingIdError naming the key when it is not locked; a ready stack never sees it. */
  get(key: IdKey): string;
  entries(): readonly (readonly [string, string])[];
}

/** A stack asked for an id that no applied stack has produced yet: a bug in its `needs`. */
export class MissingIdError extends Error {
  constructor(readonly key: string) {
    super(`no id is locked for ${key}; the stack should name it in its needs`);
    this.name = "MissingIdError";
  }
}

export function idsFrom(record: Readonly<Record<string, string>>): Ids {
  const map = new Map(Object.entries(record));
  return {
    has: (key) => map.has(key),
    get: (key) => {
      const id = map.get(key);
      if (id === undefined) throw new MissingIdError(key);
      return id;
    },
    entries: () => [...map].sort(([a], [b]) => (a < b ? -1 : 1)),
  };
}

/** Name of the one Terraform output every stack has: its ids, by key. `landfall sync` merges it into `ids.lock.json`. */
export const idsOutput = "ids";
