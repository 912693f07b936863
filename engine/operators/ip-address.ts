import { isIPv6 } from "node:net";
import { plainText } from "../match/template";
import { readIpv4 } from "./ipv4";
import { matchesNothing, positiveAndNegated } from "./comparison";

/** An address as a whole number, and how many bits it has. */
interface Address {
  readonly value: bigint;
  readonly bits: 32 | 128;
}

export interface Range extends Address {
  readonly prefix: number;
}

/** CIDR ranges of IPv4 or IPv6; an address alone is the range of that one address. The two families never match each other. */
export const [ipAddress, notIpAddress] = positiveAndNegated({
  variables: false,
  matcher: (value) => {
    const range = readRange(plainText(value));
    return range === undefined ? matchesNothing : within(range);
  },
});

/** @returns undefined when the text is neither an address nor a CIDR range */
export function readRange(text: string): Range | undefined {
  const [address = "", prefix, ...more] = text.split("/");
  const read = readAddress(address);
  if (read === undefined || more.length > 0) return undefined;
  if (prefix === undefined) return { ...read, prefix: read.bits };
  if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > read.bits) return undefined;
  return { ...read, prefix: Number(prefix) };
}

/** A range of the request (as some keys have) is within another when all of it is. */
function within(wanted: Range): (actual: string) => boolean {
  const host = BigInt(wanted.bits - wanted.prefix);
  const network = wanted.value >> host;
  const whole = (actual: string): boolean => {
    const range = readRange(actual);
    return range?.bits === wanted.bits && range.prefix >= wanted.prefix && range.value >> host === network;
  };
  if (wanted.bits === 128) return whole;
  // Single addresses of IPv4, which nearly all requests come from, need no bigint.
  const size = 2 ** (wanted.bits - wanted.prefix);
  const first = Number(network) * size;
  return (actual) => {
    const address = readIpv4(actual);
    return address === undefined ? whole(actual) : address >= first && address < first + size;
  };
}

function readAddress(text: string): Address | undefined {
  const ipv4 = readIpv4(text);
  if (ipv4 !== undefined) return { value: BigInt(ipv4), bits: 32 };
  if (!isIPv6(text) || text.includes("%")) return undefined;
  return { value: ipv6(text), bits: 128 };
}

function ipv6(text: string): bigint {
  const dotted = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text);
  const low = readIpv4(dotted?.[2] ?? "");
  const hex =
    low === undefined ? text : `${dotted?.[1]}${Math.floor(low / 65_536).toString(16)}:${(low % 65_536).toString(16)}`;
  const [head = "", tail] = hex.split("::");
  const groups = (part: string): readonly string[] => (part === "" ? [] : part.split(":"));
  const after = tail === undefined ? [] : groups(tail);
  const zeros = Array.from({ length: 8 - groups(head).length - after.length }, () => "0");
  return [...groups(head), ...zeros, ...after].reduce((value, group) => (value << 16n) | BigInt(`0x${group}`), 0n);
}
