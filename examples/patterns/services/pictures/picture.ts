/** What is to be drawn. */
export interface PictureJob {
  readonly pictureId: string;
  /** How long drawing takes, which is simulated. */
  readonly milliseconds: number;
  /** One that nobody can draw. */
  readonly torn?: boolean;
}

/** A picture that is there. */
export interface Picture {
  readonly pictureId: string;
  /** ISO 8601. */
  readonly drawnAt: string;
}
