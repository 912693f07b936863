/** Bytes of an object, from the first up to but not including the last. */
export interface Part {
  readonly index: number;
  readonly from: number;
  readonly to: number;
}

/** Divides `size` bytes, wherever that cuts. */
export function partsOf(size: number, partBytes: number): readonly Part[] {
  const count = Math.ceil(size / partBytes);
  return Array.from({ length: count }, (_, index) => ({
    index,
    from: index * partBytes,
    to: Math.min(size, (index + 1) * partBytes),
  }));
}

/** Reads bytes of an object; fewer where it ends before. */
export type ReadRange = (from: number, to: number) => Promise<Uint8Array>;

/** Bytes that are read beyond a part at first: longer than words are. */
const overhang = 256;

/** What is cut out has no byte order mark that is not part of a word. */
const utf8 = new TextDecoder("utf-8", { ignoreBOM: true });

const spaces: ReadonlySet<number> = new Set([9, 10, 11, 12, 13, 32]);

/**
 * The text of a part in whole words, UTF-8: a word belongs to the part that has its first byte. So it begins after the first space, counted from the byte before
 * the part, and ends with the word that the part's last byte is in.
 */
export async function wholeWords(read: ReadRange, { from, to }: Part): Promise<string> {
  const start = Math.max(0, from - 1);
  for (let beyond = overhang; ; beyond *= 2) {
    const bytes = await read(start, to + beyond);
    const isWhole = bytes.length < to + beyond - start;
    const first = from === 0 ? 0 : bytes.findIndex((byte) => spaces.has(byte)) + 1;
    // No space before the part's end: what is here began in a part before.
    if ((first === 0 && from > 0) || start + first >= to) return "";
    const last = bytes.findIndex((byte, index) => start + index >= to - 1 && spaces.has(byte));
    if (last >= 0 || isWhole) return utf8.decode(bytes.subarray(first, last < 0 ? undefined : last));
  }
}
