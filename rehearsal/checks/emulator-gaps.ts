/** An attribute the local AWS does not give back as it was set, so that a second plan shows it. */
export interface EmulatorGap {
  readonly type: string;
  /** Attribute path without list indices. */
  readonly attribute: string;
  /** What was sent and what came back. */
  readonly evidence: string;
}

/** At most 15: a longer table would hide real drift. */
export const emulatorGaps: readonly EmulatorGap[] = [];
