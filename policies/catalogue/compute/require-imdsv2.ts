import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/**
 * EC2 User Guide, "Configure the Instance Metadata Service options"; Organizations User Guide, "Example SCPs for
 * Amazon EC2": ec2:MetadataHttpTokens, ec2:RoleDelivery.
 */
export const requireImdsv2: Guardrail = {
  name: "require-imdsv2",
  group: "compute",
  kind: "scp",
  intent: "Instances hand out credentials by version 2 of the metadata service alone.",
  suggested: "root",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "RequireImdsv2",
      Effect: "Deny",
      Action: "ec2:RunInstances",
      Resource: `arn:${context.zone.partition}:ec2:*:*:instance/*`,
      Condition: { StringNotEquals: { "ec2:MetadataHttpTokens": "required" } },
    },
    {
      Sid: "KeepImdsv2",
      Effect: "Deny",
      Action: "ec2:ModifyInstanceMetadata*",
      Resource: "*",
      Condition: unlessExempt(context),
    },
    {
      Sid: "DenyImdsv1Credentials",
      Effect: "Deny",
      Action: "*",
      Resource: "*",
      Condition: { NumericLessThan: { "ec2:RoleDelivery": "2.0" } },
    },
  ],
  claims: (context) => [
    {
      id: "launched-with-imdsv2",
      sentence: "Nobody can launch an instance that answers version 1 of the metadata service.",
      denied: {
        actions: ["ec2:RunInstances"],
        resources: [`arn:${context.zone.partition}:ec2:*:*:instance/*`],
        unless: [{ StringEquals: { "ec2:MetadataHttpTokens": "required" } }],
      },
    },
    {
      id: "stays-with-imdsv2",
      sentence: "Nobody but the exempt roles can change the metadata options of an instance or of the account.",
      denied: {
        actions: ["ec2:ModifyInstanceMetadataOptions", "ec2:ModifyInstanceMetadataDefaults"],
        unless: [byExempt(context)],
      },
    },
    {
      id: "no-imdsv1-credentials",
      sentence: "Nobody can do anything with credentials that version 1 of the metadata service handed out.",
      denied: { actions: ["*"], when: { NumericLessThan: { "ec2:RoleDelivery": "2" } } },
    },
  ],
};
