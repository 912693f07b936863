import { byDeclared, declaredRoleArns, nobody } from "../../exempt-role";
import type { Guardrail, GuardrailContext } from "../../guardrail";

/** The role by which EC2 itself mounts encrypted volumes, from a network of its own. */
function volumeMounts({ zone }: GuardrailContext): string {
  return `arn:${zone.partition}:iam::*:role/aws:ec2-infrastructure`;
}

/**
 * IAM User Guide, "AWS global condition context keys": aws:Ec2InstanceSourceVpc, aws:ViaAWSService; AWS Security Blog,
 * "How to use policies to restrict where EC2 instance credentials can be used from".
 */
export const instanceCredentialsStay: Guardrail = {
  name: "instance-credentials-stay",
  group: "data-perimeter",
  kind: "scp",
  intent: "Credentials of an EC2 instance work in the VPC of that instance alone; VPC endpoints are the way to AWS.",
  suggested: "single accounts",
  exemptions: "declared",
  statements: (context) => [
    {
      Sid: "DenyInstanceCredentialsElsewhere",
      Effect: "Deny",
      Action: "*",
      Resource: "*",
      Condition: {
        StringNotEquals: { "aws:SourceVpc": "${aws:Ec2InstanceSourceVpc}" },
        Null: { "ec2:SourceInstanceARN": "false" },
        BoolIfExists: { "aws:ViaAWSService": "false" },
        ArnNotLike: { "aws:PrincipalArn": [volumeMounts(context), ...declaredRoleArns(context)] },
      },
    },
  ],
  claims: (context) => [
    {
      id: "no-calls-from-elsewhere",
      sentence: `${nobody(context)} can call AWS from outside an instance's VPC with the credentials of that instance, but AWS services on its behalf.`,
      denied: {
        actions: ["*"],
        when: { Null: { "ec2:SourceInstanceARN": "false" } },
        unless: [
          ...byDeclared(context),
          { StringEquals: { "aws:SourceVpc": "${aws:Ec2InstanceSourceVpc}" } },
          { Bool: { "aws:ViaAWSService": "true" } },
          { ArnLike: { "aws:PrincipalArn": volumeMounts(context) } },
        ],
      },
    },
  ],
};
