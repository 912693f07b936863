/** A range of IPv4 addresses. */
export interface Range {
  readonly first: number;
  readonly bits: number;
}

/** @returns an IPv4 address as a number. */
export function addressOf(text: string): number {
  const bytes = text.split(".").map(Number);
  if (bytes.length !== 4 || bytes.some((byte) => !Number.isInteger(byte) || byte < 0 || byte > 255)) {
    throw new Error(`${text} is no IPv4 address`);
  }
  return bytes.reduce((number, byte) => number * 256 + byte, 0);
}

export function addressText(address: number): string {
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 255).join(".");
}

/** AWS keeps a range by its network address: 10.1.2.3/16 is 10.1.0.0/16. */
export function rangeOf(text: string): Range {
  const [address = "", bits = "32"] = text.split("/");
  const size = 2 ** (32 - Number(bits));
  return { first: Math.floor(addressOf(address) / size) * size, bits: Number(bits) };
}

export function rangeText({ first, bits }: Range): string {
  return `${addressText(first)}/${bits}`;
}

export function holds(range: Range, address: number): boolean {
  return address >= range.first && address < range.first + 2 ** (32 - range.bits);
}

/** The `count`-th address from the start of a range, or from its end when negative. */
export function nth(range: Range, count: number): number {
  return count < 0 ? range.first + 2 ** (32 - range.bits) + count : range.first + count;
}

/** RFC 1918 and RFC 6598: what the internet does not route. */
const unrouted = ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"].map(rangeOf);

export function isPrivate(address: number): boolean {
  return unrouted.some((range) => holds(range, address));
}

/**
 * Longest prefix match ("Route priority", Amazon VPC user guide): of the items whose range holds the address those with
 * the longest prefix, in the order given.
 */
export function longest<T extends { readonly range: Range }>(items: readonly T[], address: number): readonly T[] {
  const matching = items.filter(({ range }) => holds(range, address));
  const bits = Math.max(...matching.map(({ range }) => range.bits));
  return matching.filter(({ range }) => range.bits === bits);
}
