import type { Members } from "../../fill/shape";
import { valuesAt } from "../context/input-value";
import { requestTags } from "../context/request-tags";
import type { Need } from "../need";

/**
 * Operations that need another permission to put tags on what they make (the tagging pages of each service's guide, "Tag resources during creation";
 * Service Authorization Reference, the dependent actions).
 */
const tagging: Readonly<Record<string, string>> = {
  "acm:RequestCertificate": "acm:AddTagsToCertificate",
  "backup:CreateBackupVault": "backup:TagResource",
  "cloudtrail:CreateTrail": "cloudtrail:AddTags",
  "cloudwatch:PutMetricAlarm": "cloudwatch:TagResource",
  "dynamodb:CreateTable": "dynamodb:TagResource",
  "ecr:CreateRepository": "ecr:TagResource",
  "ecs:CreateCluster": "ecs:TagResource",
  "events:PutRule": "events:TagResource",
  "iam:CreateInstanceProfile": "iam:TagInstanceProfile",
  "iam:CreateOpenIDConnectProvider": "iam:TagOpenIDConnectProvider",
  "iam:CreatePolicy": "iam:TagPolicy",
  "iam:CreateRole": "iam:TagRole",
  "iam:CreateSAMLProvider": "iam:TagSAMLProvider",
  "iam:CreateUser": "iam:TagUser",
  "kms:CreateKey": "kms:TagResource",
  "lambda:CreateFunction": "lambda:TagResource",
  "logs:CreateLogGroup": "logs:TagResource",
  "secretsmanager:CreateSecret": "secretsmanager:TagResource",
  "sns:CreateTopic": "sns:TagResource",
  "sqs:CreateQueue": "sqs:TagQueue",
  "ssm:PutParameter": "ssm:AddTagsToResource",
  "states:CreateStateMachine": "states:TagResource",
};

/** The further action of an action that makes something, if the call brings tags. */
export function taggingAction(action: string): string | undefined {
  if (/^ec2:(?!CreateTags$)(Allocate|Copy|Create|Import|Register|Request|Run)/.test(action)) return "ec2:CreateTags";
  return Object.hasOwn(tagging, action) ? tagging[action] : undefined;
}

/**
 * What a call needs to tag what it makes; of EC2 each type of resource that gets tags (EC2 User Guide, "Grant permission to tag Amazon EC2 resources
 * during creation").
 *
 * @param own what the call itself needs
 */
export function taggingNeeds(own: readonly Need[], input: Members, body: Buffer): readonly Need[] {
  const action = taggingAction(own[0]?.action ?? "");
  if (action === undefined || Object.keys(requestTags(input, body)).length === 0) return [];
  const types = valuesAt(input, "TagSpecifications[].ResourceType");
  const isTagged = ({ resource = "" }: Need): boolean =>
    action !== "ec2:CreateTags" || types.some((type) => resource.endsWith(`:${type}/*`));
  return own.filter(isTagged).map(({ resource }) => ({ action, resource }));
}
