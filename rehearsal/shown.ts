import { stackResources } from "../delivery/stack-resources";
import { stackDirectory } from "../delivery/synthesise";

/** Resources of deployed stacks by what the rehearsal shows of them; see "What a rehearsal shows" in the README. */
export interface Shown {
  readonly behaves: number;
  readonly stored: number;
}

/** Terraform types that the local AWS runs, and what of them it runs. All others are kept and read back. */
export const behaving: Readonly<Record<string, string>> = {
  aws_api_gateway_integration: "requests reach functions and queues",
  aws_api_gateway_method: "requests are routed",
  aws_api_gateway_resource: "requests are routed",
  aws_api_gateway_rest_api: "answers at its host name",
  aws_apigatewayv2_api: "answers at its host name",
  aws_apigatewayv2_api_mapping: "the domain's requests reach the API",
  aws_apigatewayv2_domain_name: "answers at its host name",
  aws_apigatewayv2_integration: "requests reach functions",
  aws_apigatewayv2_route: "requests are routed",
  aws_cloudwatch_event_bus: "takes events, and those of other accounts by its policy",
  aws_cognito_user_pool: "signs tokens, which authorizers check",
  aws_cognito_user_pool_client: "is given tokens for its scopes",
  aws_dynamodb_table: "holds items, and has a stream",
  aws_iam_openid_connect_provider: "web identity tokens are held against roles' trust",
  aws_iam_role: "trust decides who takes it on",
  aws_kinesis_firehose_delivery_stream: "brings records into its bucket",
  aws_kinesis_stream: "holds records, which reach functions and delivery streams",
  aws_lambda_event_source_mapping: "messages, changes and records reach functions",
  aws_lambda_function: "the handler runs",
  aws_organizations_account: "appears after a while, in its unit",
  aws_organizations_organization: "decides which policy types bind",
  aws_organizations_organizational_unit: "policies bind what is below it",
  aws_organizations_policy: "decides every call of member accounts",
  aws_organizations_policy_attachment: "decides every call of member accounts",
  aws_ram_principal_association: "decides who may use what is shared",
  aws_ram_resource_association: "decides who may use what is shared",
  aws_ram_resource_share: "decides who may use what is shared",
  aws_route53_vpc_association_authorization: "decides who may associate a VPC",
  aws_s3_bucket: "holds objects, Terraform's states among them",
  aws_sesv2_email_identity: "mails are sent from it, and from no other",
  aws_sfn_state_machine: "is executed",
  aws_sns_topic: "messages reach the queues whose filters they pass",
  aws_sns_topic_subscription: "its filter decides which messages it gets",
  aws_sqs_queue: "holds and hands out messages",
};

/** Counts the resources in the Terraform JSON of stacks. */
export function shownOf(outDirectory: string, stacks: readonly string[]): Shown {
  const counts = { behaves: 0, stored: 0 };
  for (const stack of stacks) {
    for (const [type, named] of Object.entries(stackResources(stackDirectory(outDirectory, stack))))
      counts[behaving[type] === undefined ? "stored" : "behaves"] += Object.keys(named).length;
  }
  return counts;
}
