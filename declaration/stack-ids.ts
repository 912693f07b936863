/** Ids of the stacks that are no account's own. */
export const platformStacks: readonly string[] = [
  "org",
  "identity",
  "costs",
  "logs",
  "trail",
  "security",
  "network",
  "routing",
  "rules",
  "events",
];

/** Id of an account's own stack: the account's name, or `<name>-account` where a platform stack is called so. */
export function accountStackId(account: string): string {
  return platformStacks.includes(account) ? `${account}-account` : account;
}

/** Id of the stack that associates an account's VPC with private zones. */
export function dnsStackId(account: string): string {
  return `${account}-dns`;
}

/** Id of the stack of what an account has in a governed region beyond the home region. */
export function regionStackId(account: string, region: string): string {
  return `${accountStackId(account)}-${region}`;
}

/** Id of the stack of the organisation's detection in such a region. */
export function securityRegionStackId(region: string): string {
  return `security-${region}`;
}

/** Ids of the stacks of a region's hub, and of its routes. */
export function networkRegionStackId(region: string): string {
  return `network-${region}`;
}

export function routingRegionStackId(region: string): string {
  return `routing-${region}`;
}
