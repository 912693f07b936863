/**
 * Runs `work`, during which CDKTF's tokens do not remember where they were made.
 *
 * CDKTF takes a stack trace of every attribute of every resource and has it written out, through source maps, to say "Token created at …" should it
 * not resolve: two thirds of the time of a large zone's synthesis. Errors keep their traces. `CDKTF_LOG_LEVEL=debug` keeps those of tokens.
 */
export function withoutTokenTraces<T>(work: () => T, environment: NodeJS.ProcessEnv = process.env): T {
  if (environment["CDKTF_LOG_LEVEL"] === "debug") return work();
  const before = Error.prepareStackTrace;
  // CDKTF has V8 write the trace into a plain object. What V8 writes into errors, it writes when somebody first looks: mostly after this is over.
  Error.prepareStackTrace = (target, frames) =>
    target instanceof Error ? (before?.(target, frames) ?? [String(target), ...frames].join("\n    at ")) : "";
  try {
    return work();
  } finally {
    // Assigning undefined would leave a property that Node takes for somebody's own.
    if (before) Error.prepareStackTrace = before;
    else delete (Error as { prepareStackTrace?: unknown }).prepareStackTrace;
  }
}
