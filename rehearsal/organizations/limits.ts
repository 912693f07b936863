import { managementPolicyTypes } from "../../declaration/management-policies";
import { policyQuotas } from "../../declaration/policy-quotas";

/** A quota of AWS Organizations, as its page stood on a day. */
export interface Limit {
  readonly value: number;
  readonly source: string;
  /** ISO date the source was read, or the change took effect. */
  readonly date: string;
}

const quotas = "Organizations User Guide, Quotas and service limits";
const closing = "Organizations API Reference, CloseAccount, notes";
const read = "2026-11-20";
const { SERVICE_CONTROL_POLICY: scp, RESOURCE_CONTROL_POLICY: rcp } = policyQuotas;

/** Largest policy document by type, in bytes of UTF-8, white space included. */
export const policySizes: Readonly<Record<string, Limit>> = {
  SERVICE_CONTROL_POLICY: { value: scp.bytes, source: quotas, date: scp.date },
  RESOURCE_CONTROL_POLICY: { value: rcp.bytes, source: quotas, date: rcp.date },
  SECURITYHUB_POLICY: { value: 10_000, source: quotas, date: read },
  ...ofManagement(({ bytes }) => bytes),
};

/** Most policies of one type in an organisation. */
export const policyCounts: Readonly<Record<string, Limit>> = {
  SERVICE_CONTROL_POLICY: { value: scp.policies, source: quotas, date: read },
  RESOURCE_CONTROL_POLICY: { value: rcp.policies, source: quotas, date: read },
};
export const otherPolicyCount: Limit = { value: 1_000, source: quotas, date: read };

/** Most policies of one type attached to a root, an OU or an account; `FullAWSAccess` counts. */
export const attachmentCounts: Readonly<Record<string, Limit>> = {
  SERVICE_CONTROL_POLICY: { value: scp.attached, source: quotas, date: scp.date },
  RESOURCE_CONTROL_POLICY: { value: rcp.attached, source: quotas, date: rcp.date },
  ...ofManagement(({ attached }) => attached),
};
export const otherAttachmentCount: Limit = { value: 10, source: quotas, date: read };

/** Levels of OUs below the root. */
export const unitDepth: Limit = { value: 5, source: quotas, date: read };
export const unitCount: Limit = { value: 2_000, source: quotas, date: read };

/** Account creations in progress at a time. */
export const concurrentCreations: Limit = { value: 5, source: quotas, date: read };

/** Accounts of a fresh organisation, its management account included. AWS raises it on request. */
export const accountCount: Limit = { value: 10, source: quotas, date: read };

/** Part of the members that may be closed within 30 days, and the least and most accounts that is, whatever the part. */
export const closureShare: Limit = { value: 0.1, source: closing, date: read };
export const closuresAtLeast: Limit = { value: 10, source: closing, date: read };
export const closuresAtMost: Limit = { value: 1_000, source: closing, date: read };

/** A quota of every policy type that sets things up, by AWS's name of the type. */
function ofManagement(
  value: (type: { readonly bytes: number; readonly attached: number }) => number,
): Record<string, Limit> {
  return Object.fromEntries(
    Object.values(managementPolicyTypes).map((each) => [each.type, { value: value(each), source: quotas, date: read }]),
  );
}
