/** Policy types that Landfall needs in the organisation. */
export const policyTypes = ["RESOURCE_CONTROL_POLICY", "SERVICE_CONTROL_POLICY", "TAG_POLICY"] as const;

/** Types that hashicorp/aws 5.100.0 can enable (its docs, `aws_organizations_organization`, `enabled_policy_types`). */
const known: readonly string[] = [
  ...policyTypes,
  "AISERVICES_OPT_OUT_POLICY",
  "BACKUP_POLICY",
  "CHATBOT_POLICY",
  "DECLARATIVE_POLICY_EC2",
];

export function providerKnows(type: string): boolean {
  return known.includes(type);
}
