/** Quotas that AWS enforces when it is too late to fix them calmly, each with its source. Those of policies are in `policy-quotas.ts`. */
export const quotas = {
  /** Characters of an account's root email ("CreateAccount", Organizations API reference). */
  accountEmail: 64,
  /** Levels of organizational units below the root ("Quotas for AWS Organizations"). */
  organizationalUnitDepth: 5,
  /** Characters of a DNS name (RFC 1035, 2.3.4; the trailing dot and length octets count two). */
  domainName: 253,
  /** Tags of a resource ("Tag naming limits and requirements", Tagging AWS Resources). */
  tags: 50,
} as const;
