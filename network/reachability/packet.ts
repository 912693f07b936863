import { type AddressRange, contains } from "../../declaration/address-range";
import type { AclRule } from "../plan/network-acl";
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
export function inspected(map: NetworkMap, packet: Packet): { readonly passes: boolean; readonly rule: string } {
  const { firewall } = map.plan;
  const { source, destination, protocol, port, isAnswer } = packet;
  if (firewall === undefined || isAnswer) return { passes: true, rule: "answers" };
  if (isWithin(destination, map.inside) && isWithin(source, map.inside))
    return { passes: firewall.betweenDomains, rule: `betweenDomains: ${firewall.betweenDomains}` };
  const isRead = protocol === "tcp" && firewall.webPorts.includes(port);
  return isRead
    ? { passes: true, rule: `names of allowedDomains (${firewall.allowedDomains.join(", ")})` }
    : { passes: false, rule: `only tcp ${firewall.webPorts.join(" and ")} to allowedDomains` };
}
