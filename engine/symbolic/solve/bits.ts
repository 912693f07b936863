/** A set of cells of one variable, 32 in a number. */
export type Bits = Uint32Array;

/** The set of all of `size` cells. */
export function full(size: number): Bits {
  const bits = new Uint32Array((size + 31) >> 5).fill(0xffffffff);
  if (size % 32 !== 0) bits[bits.length - 1] = 2 ** (size % 32) - 1;
  return bits;
}

/** The set of the cells that pass. */
export function bitsWhere<T>(cells: readonly T[], passes: (cell: T) => boolean): Bits {
  const bits = new Uint32Array((cells.length + 31) >> 5);
  cells.forEach((cell, index) => {
    if (passes(cell)) bits[index >> 5] = (bits[index >> 5] ?? 0) | (1 << (index & 31));
  });
  return bits;
}

export function intersection(one: Bits, other: Bits): Bits {
  return one.map((word, index) => word & (other[index] ?? 0));
}

export function isEmpty(bits: Bits): boolean {
  return bits.every((word) => word === 0);
}

/** How `some` stands to `of`: has all of its cells, none, or a part. */
export function share(some: Bits, of: Bits): "all" | "none" | "part" {
  let any = false;
  let every = true;
  for (let index = 0; index < of.length; index++) {
    const cells = of[index] ?? 0;
    const common = cells & (some[index] ?? 0);
    if (common !== 0) any = true;
    if (common >>> 0 !== cells) every = false;
  }
  return !any ? "none" : every ? "all" : "part";
}

/** The lowest cell of a set; -1: it has none. */
export function lowest(bits: Bits): number {
  for (let index = 0; index < bits.length; index++) {
    const word = bits[index] ?? 0;
    if (word !== 0) return index * 32 + 31 - Math.clz32(word & -word);
  }
  return -1;
}
