/** Environment of a child process: name → value. */
export type Environment = Readonly<Record<string, string>>;
