import { type AddressRange, contains } from "../../declaration/address-range";
import type { AclRule } from "../plan/acl-rule";
import type { Admission } from "../plan/vpc-plan";
import type { NetworkMap } from "./map";
import { rangeOf } from "./prefix-table";

export type Protocol = Admission["protocol"];

/** What is sent, as far as anything on its way looks at it. */
export interface Packet {
  readonly source: number;
  readonly destination: number;
  /** The destination in words. */
  readonly shown: string;
  readonly protocol: Protocol;
  readonly port: number;
  /** Whether it answers to a connection, which a stateful firewall remembers. */
  readonly isAnswer: boolean;
}

export function isWithin(address: number, ranges: readonly AddressRange[]): boolean {
  return ranges.some((range) => contains(range, { first: address, prefixLength: 32 }));
}

/** The rule of a network ACL that decides about a packet: the first that fits. */
export function decidingRule(rules: readonly AclRule[], { source, protocol, port }: Packet): AclRule | undefined {
  return rules.find(
    ({ from, tcpPort }) =>
      isWithin(source, [rangeOf(from)]) && (tcpPort === undefined || (protocol === "tcp" && tcpPort === port)),
  );
}

export function ruleText({ number, action, from, tcpPort }: AclRule): string {
  return `${number} ${action} ${tcpPort === undefined ? "all" : `tcp ${tcpPort}`} from ${from}`;
}

/** What the firewall says to a packet, and whether it passes. */
export function inspected(
  { plan: { firewall, pool }, inside }: NetworkMap,
  { source, destination, protocol, isAnswer }: Packet,
): { readonly passes: boolean; readonly rule: string } {
  if (firewall === undefined || isAnswer) return { passes: true, rule: "answers" };
  const { allowedDomains, betweenDomains } = firewall;
  const inPool = (address: number): boolean => isWithin(address, [rangeOf(pool)]);
  if (betweenDomains && isWithin(source, inside) && isWithin(destination, inside))
    return { passes: true, rule: "betweenDomains" };
  if (inPool(destination)) return { passes: false, rule: "betweenDomains is off" };
  if (!inPool(source)) return { passes: false, rule: "only the pool leaves" };
  if (protocol !== "tcp") return { passes: false, rule: "only TCP leaves" };
  return { passes: true, rule: `HTTP and TLS to ${allowedDomains.join(", ")}` };
}
