import type { PolicyStatement } from "../../../stack/policy-document";
import type { AccountArns } from "../arns";

/** The service's own secrets, never what is in them: no action here reads or sets a value. */
export function secretPermissions(arns: AccountArns, service: string): readonly PolicyStatement[] {
  return [
    {
      Sid: "Secrets",
      Effect: "Allow",
      Action: [
        "secretsmanager:CreateSecret",
        "secretsmanager:DeleteSecret",
        "secretsmanager:DescribeSecret",
        "secretsmanager:GetResourcePolicy",
        "secretsmanager:TagResource",
        "secretsmanager:UntagResource",
        "secretsmanager:UpdateSecret",
      ],
      Resource: arns("secretsmanager", `secret:${service}-*`),
    },
  ];
}
