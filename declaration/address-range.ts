/** An IPv4 range: `first` is the network address as an unsigned number. */
export interface AddressRange {
  readonly first: number;
  readonly prefixLength: number;
}

/** Number of addresses in a range. */
export function sizeOf(prefixLength: number): number {
  return 2 ** (32 - prefixLength);
}

/** Last address of a range. */
export function lastOf({ first, prefixLength }: AddressRange): number {
  return first + sizeOf(prefixLength) - 1;
}

/**
 * Reads CIDR notation. `undefined` unless every octet is at most 255 without leading zeros and the prefix at most 32;
 * host bits are kept in `first`, so that `hasHostBits` can tell.
 */
export function parseRange(text: string): AddressRange | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (!match) return undefined;
  const parts = match.slice(1);
  if (parts.some((part) => part.length > 1 && part.startsWith("0"))) return undefined;
  const numbers = parts.map(Number);
  const octets = numbers.slice(0, 4);
  const prefixLength = numbers[4] ?? 33;
  if (octets.some((octet) => octet > 255) || prefixLength > 32) return undefined;
  return { first: octets.reduce((address, octet) => address * 256 + octet, 0), prefixLength };
}

export function hasHostBits({ first, prefixLength }: AddressRange): boolean {
  return first % sizeOf(prefixLength) !== 0;
}

/** The range without its host bits. */
export function networkOf({ first, prefixLength }: AddressRange): AddressRange {
  return { first: first - (first % sizeOf(prefixLength)), prefixLength };
}

export function formatAddress(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}

export function formatRange({ first, prefixLength }: AddressRange): string {
  return `${formatAddress(first)}/${prefixLength}`;
}

export function contains(outer: AddressRange, inner: AddressRange): boolean {
  return outer.first <= inner.first && lastOf(inner) <= lastOf(outer);
}

export function overlaps(a: AddressRange, b: AddressRange): boolean {
  return a.first <= lastOf(b) && b.first <= lastOf(a);
}
