import { holds, rangeOf } from "../address";
import { type Attributes, numberOf, textOf } from "../terraform";

export type Protocol = "tcp" | "udp";

/** IANA protocol numbers, as rules may name them. */
const numbers: Readonly<Record<Protocol, string>> = { tcp: "6", udp: "17" };

/** Does a rule's protocol and port range admit a packet? The names are those of the rule's attributes. */
export function admitsPort(
  rule: Attributes,
  protocol: Protocol,
  port: number,
  names: { readonly protocol: string; readonly from: string; readonly to: string },
): boolean {
  const named = textOf(rule[names.protocol]) ?? "";
  if (["-1", "all"].includes(named)) return true;
  if (named !== protocol && named !== numbers[protocol]) return false;
  return port >= numberOf(rule[names.from], 0) && port <= numberOf(rule[names.to], 65_535);
}

export function admitsAddress(cidr: unknown, address: number): boolean {
  const text = textOf(cidr);
  return text !== undefined && text !== "" && holds(rangeOf(text), address);
}
