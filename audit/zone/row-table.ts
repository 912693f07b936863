/** Rows of numbers of which equal ones are one; a row of one number alone is that number. */
export interface RowTable {
  indexOf(row: readonly number[]): number;
  rows(): readonly (readonly number[])[];
}

export function rowTable(): RowTable {
  const indices = new Map<string, number>();
  const rows: (readonly number[])[] = [];
  return {
    indexOf: (row) => {
      const [first] = row;
      const short = first !== undefined && row.every((each) => each === first) ? [first] : row;
      const key = short.join(" ");
      const index = indices.get(key) ?? rows.push(short) - 1;
      indices.set(key, index);
      return index;
    },
    rows: () => rows,
  };
}
