import { formatAddress } from "../../declaration/address-range";
import type { Side } from "./connection";
import type { NetworkMap } from "./map";
import { isWithin } from "./packet";
import { rangeOf } from "./prefix-table";

export const internet = "internet";

/** Addresses that documentation uses (RFC 5737), and well-known ones of the internet should a zone have declared those on premises. */
const candidates = ["203.0.113.1", "198.51.100.1", "192.0.2.1", "9.9.9.9", "8.8.8.8", "1.1.1.1"];

/** The internet, at an address of it that is neither the pool's nor on premises. */
export function outside(map: NetworkMap): Side {
  const addresses = candidates.map((address) => rangeOf(`${address}/32`).first);
  const address = addresses.find((each) => !isWithin(each, map.inside));
  if (address === undefined)
    throw new Error(`every one of ${addresses.map(formatAddress).join(", ")} is declared on premises`);
  return { name: internet, address, shown: "the internet", network: undefined };
}
