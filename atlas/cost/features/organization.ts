import { type FeatureCost, key } from "./feature-cost";

/** Features of the organisation, identity and costs that cost something. */
export const organizationFeatureCosts: readonly FeatureCost[] = [
  {
    feature: "Role for emergencies, with an alarm on its use",
    matches: [/^account aws_(kms_key|sns_topic)\.break-glass$/],
    optional: true,
    of: "the zone",
    example: [key, { type: "aws_sns_topic" }],
  },
  {
    feature: "Quarantine of accounts that appear at the root",
    matches: [/^account aws_sfn_state_machine\.quarantine$/],
    optional: true,
    of: "the zone",
    example: [{ type: "aws_sfn_state_machine" }],
  },
  {
    feature: "Export of costs and usage (CUR 2.0)",
    matches: [/^costs aws_s3_bucket\./],
    optional: true,
    of: "the zone",
    example: [{ type: "aws_s3_bucket" }],
  },
];
