import type { IdKey } from "./ids";
import { accountStackId, networkRegionStackId, regionStackId } from "./stacks";

/** Stack that makes an id, by the part of the key before the slash; `itself` is the stack of the account in the key. */
const producers: Readonly<Record<string, string>> = {
  organization: "org",
  root: "org",
  account: "org",
  "organizational-unit": "org",
  "kms-key": "logs",
  "transit-gateway": "network",
  "egress-attachment": "network",
  "egress-vpc": "network",
  "query-log-config": "network",
  "dns-firewall": "network",
  "hub-attachment": "network",
  "hub-vpc": "network",
  "shared-subnet": "network",
  "private-zone": "network",
  "resolver-rule": "network",
  vpc: "itself",
  "apex-zone": "network",
  "resource-share": "network",
  "route-table": "network",
  attachment: "itself",
  "hosted-zone": "itself",
  "name-servers": "itself",
  "state-bucket": "itself",
};

/** Id of the stack whose `ids` output holds this key; undefined for a key that no stack makes. */
export function producerOf(key: IdKey): string | undefined {
  const [kind = "", name = ""] = key.split(/\/(.*)/s);
  const [region = "", account = ""] = name.split("/");
  if (kind === "region-attachment") return regionStackId(account, region);
  if (["region-hub", "region-route-table", "peering"].includes(kind)) return networkRegionStackId(region);
  const producer = producers[kind];
  return producer === "itself" ? accountStackId(name) : producer;
}
