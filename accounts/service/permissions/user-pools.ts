import type { AccountArns } from "../arns";
import type { PolicyStatement } from "../../../stack/policy-document";

/** Cognito's user pools, their clients and scopes, never their users: no action here makes, reads or changes one. */
export function userPoolPermissions(arns: AccountArns): readonly PolicyStatement[] {
  return [
    {
      Sid: "UserPools",
      Effect: "Allow",
      Action: [
        "cognito-idp:CreateResourceServer",
        "cognito-idp:CreateUserPoolClient",
        "cognito-idp:CreateUserPoolDomain",
        "cognito-idp:DeleteResourceServer",
        "cognito-idp:DeleteUserPool",
        "cognito-idp:DeleteUserPoolClient",
        "cognito-idp:DeleteUserPoolDomain",
        "cognito-idp:DescribeResourceServer",
        "cognito-idp:DescribeUserPool",
        "cognito-idp:DescribeUserPoolClient",
        "cognito-idp:GetUserPoolMfaConfig",
        "cognito-idp:ListTagsForResource",
        "cognito-idp:SetUserPoolMfaConfig",
        "cognito-idp:TagResource",
        "cognito-idp:UntagResource",
        "cognito-idp:UpdateResourceServer",
        "cognito-idp:UpdateUserPool",
        "cognito-idp:UpdateUserPoolClient",
        "cognito-idp:UpdateUserPoolDomain",
      ],
      Resource: arns("cognito-idp", "userpool/*"),
    },
    {
      // Service Authorization Reference, "Amazon Cognito User Pools": these have no resource.
      Sid: "NewUserPools",
      Effect: "Allow",
      Action: ["cognito-idp:CreateUserPool", "cognito-idp:DescribeUserPoolDomain"],
      Resource: "*",
    },
  ];
}
