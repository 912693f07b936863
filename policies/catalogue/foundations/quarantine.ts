import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

const logs = [
  "cloudtrail:LookupEvents",
  "cloudtrail:Describe*",
  "cloudtrail:Get*",
  "cloudtrail:List*",
  "logs:FilterLogEvents",
  "logs:Describe*",
  "logs:Get*",
];
const findings = [
  "guardduty:Get*",
  "guardduty:List*",
  "securityhub:Get*",
  "securityhub:List*",
  "access-analyzer:Get*",
  "access-analyzer:List*",
];
const configuration = [
  "config:Describe*",
  "config:Get*",
  "config:List*",
  "ec2:Describe*",
  "iam:Get*",
  "iam:List*",
  "s3:GetBucket*",
  "s3:ListAllMyBuckets",
  "sts:GetCallerIdentity",
];

/** Security Incident Response User Guide, "Containment": an account under investigation keeps its evidence. */
export const quarantine: Guardrail = {
  name: "quarantine",
  group: "foundations",
  kind: "scp",
  intent:
    "An account under investigation can be looked at and not used: its configuration, logs and findings stay readable, nothing else works.",
  suggested: "single accounts",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "Quarantine",
      Effect: "Deny",
      NotAction: [
        "access-analyzer:Get*",
        "access-analyzer:List*",
        "cloudtrail:Describe*",
        "cloudtrail:Get*",
        "cloudtrail:List*",
        "cloudtrail:LookupEvents",
        "config:Describe*",
        "config:Get*",
        "config:List*",
        "ec2:Describe*",
        "guardduty:Get*",
        "guardduty:List*",
        "iam:Get*",
        "iam:List*",
        "logs:Describe*",
        "logs:FilterLogEvents",
        "logs:Get*",
        "s3:GetBucket*",
        "s3:ListAllMyBuckets",
        "securityhub:Get*",
        "securityhub:List*",
        "sts:GetCallerIdentity",
      ],
      Resource: "*",
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "only-evidence-is-read",
      sentence: "Nobody but the exempt roles can do anything but read configuration, logs and findings.",
      denied: { actions: ["*"], butActions: [...logs, ...findings, ...configuration], unless: [byExempt(context)] },
    },
  ],
};
