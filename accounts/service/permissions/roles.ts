import { serviceRolePath } from "../../../declaration/names";
import type { AccountArns } from "../arns";
import type { PolicyStatement } from "../../../stack/policy-document";

/**
 * Roles for the service's functions and state machines: under the service path, and never without the boundary. Nothing here removes or
 * changes a boundary, so what the deploy role creates can do no more than the boundary allows ("Permissions boundaries
 * for IAM entities", delegating responsibility to others).
 *
 * @param boundaryArn ARN of the boundary policy
 */
export function rolePermissions(arns: AccountArns, boundaryArn: string): readonly PolicyStatement[] {
  const serviceRoles = arns.global("iam", `role${serviceRolePath}*`);
  return [
    {
      Sid: "WriteBoundedRoles",
      Effect: "Allow",
      Action: ["iam:CreateRole", "iam:PutRolePolicy", "iam:DeleteRolePolicy"],
      Resource: serviceRoles,
      Condition: { StringEquals: { "iam:PermissionsBoundary": boundaryArn } },
    },
    {
      Sid: "KeepRoles",
      Effect: "Allow",
      Action: [
        "iam:DeleteRole",
        "iam:GetRole",
        "iam:GetRolePolicy",
        "iam:ListAttachedRolePolicies",
        "iam:ListInstanceProfilesForRole",
        "iam:ListRolePolicies",
        "iam:ListRoleTags",
        "iam:TagRole",
        "iam:UntagRole",
        "iam:UpdateAssumeRolePolicy",
        "iam:UpdateRole",
        "iam:UpdateRoleDescription",
      ],
      Resource: serviceRoles,
    },
    {
      Sid: "PassRoles",
      Effect: "Allow",
      Action: "iam:PassRole",
      Resource: serviceRoles,
      Condition: {
        StringEquals: {
          "iam:PassedToService": [
            "lambda.amazonaws.com",
            "apigateway.amazonaws.com",
            "firehose.amazonaws.com",
            "states.amazonaws.com",
          ],
        },
      },
    },
    {
      // API Gateway asks for it when a custom domain is made ("Using service-linked roles for API Gateway").
      Sid: "ApiGatewayServiceLinkedRole",
      Effect: "Allow",
      Action: "iam:CreateServiceLinkedRole",
      Resource: arns.global("iam", "role/aws-service-role/ops.apigateway.amazonaws.com/*"),
      Condition: { StringEquals: { "iam:AWSServiceName": "ops.apigateway.amazonaws.com" } },
    },
  ];
}
