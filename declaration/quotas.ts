/** Quotas that AWS enforces when it is too late to fix them calmly, each with its source. */
export const quotas = {
  /** Characters of an account's root email ("CreateAccount", Organizations API reference). */
  accountEmail: 64,
  /** Levels of organizational units below the root ("Quotas for AWS Organizations"). */
  organizationalUnitDepth: 5,
  /** Characters of a service control policy without white space ("Quotas for AWS Organizations", 2026-05-15). */
  policySize: 10_240,
  /** Policies attached to one node, FullAWSAccess included ("Quotas for AWS Organizations", 2026-05-15). */
  policiesPerNode: 10,
  /** Characters of a DNS name (RFC 1035, 2.3.4; the trailing dot and length octets count two). */
  domainName: 253,
  /** Tags of a resource ("Tag naming limits and requirements", Tagging AWS Resources). */
  tags: 50,
} as const;
