import { byDeclared, nobody, unlessDeclared } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/**
 * EC2 User Guide, "Example policies to control access to the Amazon EC2 API"; Service Authorization Reference, Amazon
 * EC2: ec2:Owner, ec2:Public.
 */
export const trustedImagesOnly: Guardrail = {
  name: "trusted-images-only",
  group: "compute",
  kind: "scp",
  intent: "Instances start from private images or from Amazon's own, never from a stranger's public one.",
  suggested: "root",
  exemptions: "declared",
  statements: (context) => [
    {
      Sid: "DenyPublicImages",
      Effect: "Deny",
      Action: "ec2:RunInstances",
      Resource: `arn:${context.zone.partition}:ec2:*::image/*`,
      Condition: {
        Bool: { "ec2:Public": "true" },
        StringNotEquals: { "ec2:Owner": "amazon" },
        ...unlessDeclared(context),
      },
    },
  ],
  claims: (context) => [
    {
      id: "no-public-images",
      sentence: `${nobody(context)} can launch an instance from a public image that is not Amazon's.`,
      denied: {
        actions: ["ec2:RunInstances"],
        resources: [`arn:${context.zone.partition}:ec2:*::image/*`],
        when: { Bool: { "ec2:Public": "true" } },
        unless: [...byDeclared(context), { StringEquals: { "ec2:Owner": "amazon" } }],
      },
    },
  ],
};
