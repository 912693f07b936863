/** Something measured. */
export interface Figure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What it should be: `atLeast` for rates, `atMost` for times. */
  readonly aim?: { readonly atLeast: number } | { readonly atMost: number };
  /** The same measured another way in the same run, to compare with. */
  readonly baseline?: { readonly name: string; readonly value: number };
}

/** Gives each figure as soon as it is measured. */
export type Measurement = () => AsyncIterable<Figure>;
