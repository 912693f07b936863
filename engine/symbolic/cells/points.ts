import { readDate } from "../../operators/date";
import { type Range, readRange } from "../../operators/ip-address";
import { readNumber } from "../../operators/numeric";
import type { Operator } from "../../policy/operator";

/** Operators that compare what a text stands for: numbers, times, addresses, truth, bytes. */
export type Family = "numeric" | "date" | "address" | "bool" | "binary";

const byPrefix: readonly (readonly [prefix: string, family: Family])[] = [
  ["Numeric", "numeric"],
  ["Date", "date"],
  ["IpAddress", "address"],
  ["NotIpAddress", "address"],
  ["Bool", "bool"],
  ["Binary", "binary"],
];

/** @returns undefined for operators on text and for `Null` */
export function familyOf(operator: Operator): Family | undefined {
  return byPrefix.find(([prefix]) => operator.startsWith(prefix))?.[1];
}

/**
 * Values of which every other value of a request has the fate of one, whichever tests of the family compare with `values`: each value itself, one
 * between any two neighbours, one beyond each end, and one that cannot be read.
 */
export const pointsOf: Readonly<Record<Family, (values: readonly string[]) => readonly string[]>> = {
  numeric: (values) => [...between(values.flatMap((value) => readNumber(value) ?? [])).map(String), "none"],
  date: (values) => [
    ...between(values.flatMap((value) => readDate(value) ?? [])).flatMap((time) => dateText(time) ?? []),
    "none",
  ],
  address: (values) => [
    ...values.flatMap((value) => aroundRange(readRange(value))),
    "192.0.2.1",
    "2001:db8::1",
    "none",
  ],
  bool: () => ["true", "false", "none"],
  binary: (values) => [...values, "", "bm9uZQ==", "none of base64"],
};

/** Sorted numbers, their midpoints, and one below and above all. */
function between(numbers: readonly number[]): readonly number[] {
  const sorted = [...new Set(numbers)].sort((one, other) => one - other);
  const [first] = sorted;
  const last = sorted.at(-1);
  if (first === undefined || last === undefined) return [1];
  const middles = sorted.slice(1).map((number, index) => ((sorted[index] ?? number) + number) / 2);
  return [...new Set([Math.min(first - 1000, first * 2), ...sorted, ...middles, Math.max(last + 1000, last * 2)])];
}

function dateText(time: number): string | undefined {
  const date = new Date(time);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

/** The first and last address of a range and its neighbours on both sides, and the range itself: ranges nest or are apart. */
function aroundRange(range: Range | undefined): readonly string[] {
  if (range === undefined) return [];
  const size = 1n << BigInt(range.bits - range.prefix);
  const first = (range.value / size) * size;
  const last = first + size - 1n;
  const highest = (1n << BigInt(range.bits)) - 1n;
  const addresses = [first + 1n <= last ? first + 1n : first, first, last, first - 1n, last + 1n]
    .filter((value) => value >= 0n && value <= highest)
    .map((value) => addressText(value, range.bits));
  return [...addresses, `${addressText(first, range.bits)}/${range.prefix}`];
}

function addressText(value: bigint, bits: 32 | 128): string {
  const part = bits === 32 ? 8n : 16n;
  const count = bits === 32 ? 4 : 8;
  const parts = Array.from(
    { length: count },
    (_, index) => (value >> (part * BigInt(count - 1 - index))) & ((1n << part) - 1n),
  );
  return bits === 32 ? parts.join(".") : parts.map((each) => each.toString(16)).join(":");
}
