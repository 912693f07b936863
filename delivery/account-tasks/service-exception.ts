/**
 * Whether AWS refused a call, whichever service: their exceptions have one shape and a base class of a package that no client re-exports
 * (AWS SDK for JavaScript, Developer Guide, "Handle errors"). An error of the network has metadata too, and no `$fault`.
 */
export function isServiceException(error: unknown): error is Error {
  return error instanceof Error && "$fault" in error && "$metadata" in error;
}
