import type { AccountArns } from "../arns";
import type { PolicyStatement } from "../../../stack/policy-document";

/** Lambda functions with their aliases, permissions and concurrency. Invoking them is not deploying them. */
export function functionPermissions(arns: AccountArns): readonly PolicyStatement[] {
  return [
    {
      Sid: "Functions",
      Effect: "Allow",
      Action: [
        "lambda:AddPermission",
        "lambda:CreateAlias",
        "lambda:CreateFunction",
        "lambda:DeleteAlias",
        "lambda:DeleteFunction",
        "lambda:DeleteFunctionConcurrency",
        "lambda:DeleteFunctionEventInvokeConfig",
        "lambda:GetAlias",
        "lambda:GetFunction",
        "lambda:GetFunctionCodeSigningConfig",
        "lambda:GetFunctionConcurrency",
        "lambda:GetFunctionConfiguration",
        "lambda:GetFunctionEventInvokeConfig",
        "lambda:GetPolicy",
        "lambda:ListTags",
        "lambda:ListVersionsByFunction",
        "lambda:PublishVersion",
        "lambda:PutFunctionConcurrency",
        "lambda:PutFunctionEventInvokeConfig",
        "lambda:RemovePermission",
        "lambda:TagResource",
        "lambda:UntagResource",
        "lambda:UpdateAlias",
        "lambda:UpdateFunctionCode",
        "lambda:UpdateFunctionConfiguration",
        "lambda:UpdateFunctionEventInvokeConfig",
      ],
      Resource: arns("lambda", "function:*"),
    },
    {
      // Creating a mapping names no resource of its own: the condition says for which functions.
      Sid: "MapSources",
      Effect: "Allow",
      Action: "lambda:CreateEventSourceMapping",
      Resource: "*",
      Condition: { ArnLike: { "lambda:FunctionArn": arns("lambda", "function:*") } },
    },
    {
      Sid: "Sources",
      Effect: "Allow",
      Action: [
        "lambda:DeleteEventSourceMapping",
        "lambda:GetEventSourceMapping",
        "lambda:ListTags",
        "lambda:TagResource",
        "lambda:UntagResource",
        "lambda:UpdateEventSourceMapping",
      ],
      Resource: arns("lambda", "event-source-mapping:*"),
    },
  ];
}
