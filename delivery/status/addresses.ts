const shownAtMost = 3;

/** Some addresses for a message. */
export function shownAddresses(addresses: readonly string[]): string {
  const rest = addresses.length - shownAtMost;
  return addresses.slice(0, shownAtMost).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}
