import type { StackKind } from "../../../declaration/stacks";
import type { Fault } from "./findings";

/** A finding that is right as it is. */
interface Accepted {
  readonly stacks: readonly StackKind[];
  /** The whole address, `*` for any part of it. */
  readonly address: string;
  readonly fault: Fault;
  /** The statement's Sid, the managed policy or the attribute. */
  readonly at: string;
  readonly reason: string;
}

const ownKey =
  "AWS's default statement of a key: it gives the account's IAM policies a say, without which the key cannot be administered once its " +
  'creator is gone (KMS Developer Guide, "Default key policy"). Who may use the key is up to identity policies of that one account.';

const ownThings =
  "The endpoint is a perimeter and grants nothing: identity and resource policies decide the action. Principal and resource must both be of the organisation.";

const ofAws =
  "AWS's services call through an endpoint for their own work on behalf of accounts and have no organisation (aws:PrincipalIsAWSService). Nobody else can be such a principal.";

/** Every finding of least privilege that stays, each with what makes it safe. A row that matches nothing fails. */
export const accepted: readonly Accepted[] = [
  { stacks: ["logs"], address: "aws_kms_key.logs", fault: "every-action", at: "AccountAdministersKey", reason: ownKey },
  {
    stacks: ["logs"],
    address: "aws_kms_key.replica",
    fault: "every-action",
    at: "AccountAdministersKey",
    reason: ownKey,
  },
  {
    stacks: ["security"],
    address: "aws_kms_key.findings",
    fault: "every-action",
    at: "AccountAdministersKey",
    reason: ownKey,
  },
  {
    stacks: ["trail"],
    address: "aws_kms_key.alarms",
    fault: "every-action",
    at: "AccountAdministersKey",
    reason: ownKey,
  },
  {
    stacks: ["account"],
    address: "aws_kms_key.break-glass",
    fault: "every-action",
    at: "AccountAdministersKey",
    reason: ownKey,
  },
  {
    stacks: ["account"],
    address: "aws_iam_role_policy_attachment.break-glass_AdministratorAccess",
    fault: "broad-managed-policy",
    at: "AdministratorAccess",
    reason:
      "For emergencies nobody can foresee, in a zone that declares the role. Only named users of the management account take it on, with MFA of the last hour; each use raises an alarm, and guardrails bind it in members.",
  },
  { stacks: ["account"], address: "aws_kms_key.alarms", fault: "every-action", at: "AccountDecides", reason: ownKey },
  { stacks: ["events"], address: "aws_kms_key.alerts", fault: "every-action", at: "AccountDecides", reason: ownKey },
  {
    stacks: ["account", "region", "network"],
    address: "aws_vpc_endpoint.*",
    fault: "every-action",
    at: "OwnPrincipalsOnOwnResources",
    reason: ownThings,
  },
  { stacks: ["network"], address: "aws_vpc_endpoint.*", fault: "every-action", at: "ServicesOfAws", reason: ofAws },
  {
    stacks: ["account", "region", "network"],
    address: "aws_vpc_endpoint.*s3",
    fault: "everybody",
    at: "ImageLayersOfAmazonEcr",
    reason:
      "Amazon ECR hands out presigned links to one bucket of AWS, so the caller is not of the organisation. Reading that bucket alone is let " +
      'through, as the ECR User Guide asks ("Minimum Amazon S3 Bucket Permissions for Amazon ECR"); nothing can be written to it.',
  },
  {
    stacks: ["account"],
    address: "aws_iam_policy.landfall-service-boundary",
    fault: "any-resource",
    at: "DataOfOwnAccount",
    reason:
      "A permissions boundary: it grants nothing. It caps roles at data of their own account (aws:ResourceAccount); each role's own policy names its ARNs.",
  },
  {
    stacks: ["account"],
    address: "aws_iam_policy.landfall-service-boundary",
    fault: "any-resource",
    at: "Telemetry",
    reason: "A permissions boundary: it grants nothing. Each role's own policy names its log group.",
  },
  {
    stacks: ["identity"],
    address: "aws_ssoadmin_managed_policy_attachment.*",
    fault: "broad-managed-policy",
    at: "AdministratorAccess",
    reason:
      "The permission set called administrator, which the zone declares and assigns to named groups. Guardrails bind its sessions as everybody's.",
  },
  {
    stacks: ["identity"],
    address: "aws_ssoadmin_managed_policy_attachment.*",
    fault: "broad-managed-policy",
    at: "PowerUserAccess",
    reason:
      "The permission sets that zones declare for those who work in an account: everything but IAM, Organizations and account settings, within what guardrails leave.",
  },
];
