/**
 * Quotas of service control policies that AWS enforces when it is too late to fix them calmly.
 *
 * Source: Organizations User Guide, "Quotas and service limits for AWS Organizations"; both doubled on 2026-05-15
 * (they were 5,120 and 5).
 */
export const policyQuotas = {
  /** Bytes of one policy's document as it is sent: minified, UTF-8. */
  documentBytes: 10_240,
  /** Policies attached to one root, organizational unit or account, AWS's own FullAWSAccess among them. */
  attachedPerTarget: 10,
} as const;

/** FullAWSAccess, which Organizations attaches to every target when the policy type is enabled. */
export const attachedByAws = 1;
