/**
 * Operations (`signing name:Operation`) whose IAM actions are not `prefix:Operation`; no action: AWS asks for no permission.
 *
 * Source: Service Authorization Reference, the actions table of each service; for STS the notes on "Permissions" of each operation's page in the
 * API reference; for budgets, "Using identity-based policies (IAM policies) for AWS Cost Management".
 */
const renamed: Readonly<Record<string, readonly string[]>> = {
  "access-analyzer:GetFindingV2": ["access-analyzer:GetFinding"],
  "access-analyzer:ListFindingsV2": ["access-analyzer:ListFindings"],
  "cloudfront:CreateDistributionWithTags": ["cloudfront:CreateDistribution", "cloudfront:TagResource"],
  "detective:ListOrganizationAdminAccounts": ["detective:ListOrganizationAdminAccount"],
  "kms:ReEncrypt": ["kms:ReEncryptFrom", "kms:ReEncryptTo"],
  "lambda:GetLayerVersionByArn": ["lambda:GetLayerVersion"],
  "lambda:Invoke": ["lambda:InvokeFunction"],
  "lambda:InvokeAsync": ["lambda:InvokeFunction"],
  "lambda:InvokeWithResponseStream": ["lambda:InvokeFunction"],
  "sns:PublishBatch": ["sns:Publish"],
  "sqs:ChangeMessageVisibilityBatch": ["sqs:ChangeMessageVisibility"],
  "sqs:DeleteMessageBatch": ["sqs:DeleteMessage"],
  "sqs:SendMessageBatch": ["sqs:SendMessage"],
  "sts:GetCallerIdentity": [],
  "sts:GetSessionToken": [],
  ...operations("s3-control", {
    DeleteBucketLifecycleConfiguration: "s3-outposts:PutLifecycleConfiguration",
    DeletePublicAccessBlock: "s3:PutAccountPublicAccessBlock",
    GetBucketLifecycleConfiguration: "s3-outposts:GetLifecycleConfiguration",
    GetPublicAccessBlock: "s3:GetAccountPublicAccessBlock",
    PutBucketLifecycleConfiguration: "s3-outposts:PutLifecycleConfiguration",
    PutPublicAccessBlock: "s3:PutAccountPublicAccessBlock",
  }),
  ...operations("budgets", {
    CreateBudget: "budgets:ModifyBudget",
    CreateNotification: "budgets:ModifyBudget",
    CreateSubscriber: "budgets:ModifyBudget",
    DeleteBudget: "budgets:ModifyBudget",
    DeleteNotification: "budgets:ModifyBudget",
    DeleteSubscriber: "budgets:ModifyBudget",
    DescribeBudget: "budgets:ViewBudget",
    DescribeBudgetNotificationsForAccount: "budgets:ViewBudget",
    DescribeBudgetPerformanceHistory: "budgets:ViewBudget",
    DescribeBudgets: "budgets:ViewBudget",
    DescribeNotificationsForBudget: "budgets:ViewBudget",
    DescribeSubscribersForNotification: "budgets:ViewBudget",
    UpdateBudget: "budgets:ModifyBudget",
    UpdateNotification: "budgets:ModifyBudget",
    UpdateSubscriber: "budgets:ModifyBudget",
  }),
};

function operations(service: string, actions: Readonly<Record<string, string>>): Record<string, readonly string[]> {
  return Object.fromEntries(Object.entries(actions).map(([name, action]) => [`${service}:${name}`, [action]]));
}

/** @param name `signing name:Operation`; undefined: not listed */
export function renamedActions(name: string): readonly string[] | undefined {
  return Object.hasOwn(renamed, name) ? renamed[name] : undefined;
}
