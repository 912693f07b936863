/** What a meter tells. */
export interface Reading {
  readonly readingId: string;
  readonly meter: string;
  readonly litres: number;
}
