/** Policy types that guardrails are written as. */
export const guardrailPolicyTypes = ["SERVICE_CONTROL_POLICY", "RESOURCE_CONTROL_POLICY"] as const;
export type GuardrailPolicyType = (typeof guardrailPolicyTypes)[number];

/** What a declaration calls them. */
export const guardrailKinds = ["scp", "rcp"] as const;
export type GuardrailKind = (typeof guardrailKinds)[number];

export const policyTypeOf: Readonly<Record<GuardrailKind, GuardrailPolicyType>> = {
  scp: "SERVICE_CONTROL_POLICY",
  rcp: "RESOURCE_CONTROL_POLICY",
};

/** Quotas of one policy type. */
export interface PolicyQuota {
  /** UTF-8 bytes of a document without white space. */
  readonly bytes: number;
  /** Policies attached to one root, organizational unit or account, AWS's own among them; inherited ones do not count. */
  readonly attached: number;
  /** Policies of the type in an organisation. */
  readonly policies: number;
  /** The policy that AWS attaches to every target when the type is enabled: one of `attached`. */
  readonly attachedByAws: string;
  /** ISO date the numbers took effect, or were read. */
  readonly date: string;
}

/**
 * Organizations User Guide, "Quotas and service limits for AWS Organizations". Until 2026-05-15 a service control policy had 5,120 characters and
 * 5 were attached to a target; AWS raises numbers on request, so a zone may say its own (`organization.quotas`).
 */
export const policyQuotas: Readonly<Record<GuardrailPolicyType, PolicyQuota>> = {
  SERVICE_CONTROL_POLICY: {
    bytes: 10_240,
    attached: 10,
    policies: 10_000,
    attachedByAws: "FullAWSAccess",
    date: "2026-05-15",
  },
  RESOURCE_CONTROL_POLICY: {
    bytes: 5_120,
    attached: 5,
    policies: 1_000,
    attachedByAws: "RCPFullAWSAccess",
    date: "2026-11-20",
  },
};

/** Quotas of this organisation where they are not AWS's defaults. */
export interface DeclaredQuotas {
  readonly scpBytes: number;
  readonly scpAttached: number;
  readonly rcpBytes: number;
  readonly rcpAttached: number;
}

/** The quotas in force for a type. */
export function quotaOf(type: GuardrailPolicyType, declared: DeclaredQuotas): PolicyQuota {
  const [bytes, attached] =
    type === "SERVICE_CONTROL_POLICY"
      ? [declared.scpBytes, declared.scpAttached]
      : [declared.rcpBytes, declared.rcpAttached];
  return { ...policyQuotas[type], bytes, attached };
}
