import { ApiGatewayIntegration } from "@cdktf/provider-aws/lib/api-gateway-integration";
import { ApiGatewayIntegrationResponse } from "@cdktf/provider-aws/lib/api-gateway-integration-response";
import type { ApiGatewayMethod } from "@cdktf/provider-aws/lib/api-gateway-method";
import { ApiGatewayMethodResponse } from "@cdktf/provider-aws/lib/api-gateway-method-response";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { resource } from "../../../stack/resource";
import type { Operation } from "../../contract/model";
import { queueName } from "../../microservice/names";
import { arn } from "../../microservice/placement";
import { timeouts } from "../../timeouts";
import { correlationAttribute } from "../../uses/variables";
import type { RestContext } from "./rest-context";
import { corsHeaders, ownHeaders } from "./own-headers";
import { keptHeaders, storedStatus } from "./stored-operations";

/**
 * Stores a request in a queue and answers, with no function between: what was answered is not lost, however many requests come (API Gateway
 * Developer Guide, "Integrate AWS services"). The body is kept as it came, so that a signature over it can be verified later.
 */
export function addQueueIntegration(
  context: RestContext,
  operation: Operation,
  method: ApiGatewayMethod,
  queue: string,
): void {
  const { parts, api, input, placement } = context;
  const { id } = operation;
  const { partition, region, accountId } = placement;
  const at = { restApiId: api.id, resourceId: method.resourceId, httpMethod: method.httpMethod };
  const integration = parts.add(ApiGatewayIntegration, id, {
    ...at,
    type: "AWS",
    integrationHttpMethod: "POST",
    uri: `arn:${partition}:apigateway:${region}:sqs:path/${accountId}/${queueName(input.service, queue)}`,
    credentials: addRole(context, id, queue).arn,
    requestParameters: { "integration.request.header.Content-Type": "'application/x-www-form-urlencoded'" },
    requestTemplates: { "application/json": sendMessage(operation) },
    // Anything but JSON is refused: without a template the body would be sent to SQS as a call of its own.
    passthroughBehavior: "NEVER",
    timeoutMilliseconds: timeouts.integrationMilliseconds,
  });
  const own = ownHeaders("method.response", input);
  const cors = Object.fromEntries(
    Object.entries(corsHeaders(input)).map(([name, value]) => [`method.response.header.${name}`, value]),
  );
  const answers: readonly Answer[] = [
    {
      status: storedStatus(operation),
      headers: { "method.response.header.X-Correlation-Id": "context.requestId", ...cors },
      // A comment renders as nothing; a template that is empty would let SQS's answer through.
      template: "## stored\n",
    },
    { status: 400, pattern: "4\\d\\d", headers: own, template: problem(400, "Bad Request", "It could not be stored") },
    {
      status: 500,
      pattern: "5\\d\\d",
      headers: own,
      template: problem(500, "Internal Server Error", "Something failed on our side"),
    },
  ];
  for (const { status, pattern, headers, template } of answers) {
    const statusCode = String(status);
    const response = parts.add(ApiGatewayMethodResponse, `${id}_${status}`, {
      ...at,
      statusCode,
      responseParameters: Object.fromEntries(Object.keys(headers).map((header) => [header, true])),
    });
    parts.add(ApiGatewayIntegrationResponse, `${id}_${status}`, {
      ...at,
      statusCode,
      ...(pattern === undefined ? {} : { selectionPattern: pattern }),
      responseParameters: { ...headers },
      responseTemplates: { "application/json": template },
      dependsOn: [integration, response],
    });
  }
}

interface Answer {
  readonly status: number;
  /** Of SQS's status; absent for every other. */
  readonly pattern?: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly template: string;
}

function problem(status: number, title: string, detail: string): string {
  return JSON.stringify({ type: "about:blank", title, status, detail, correlationId: "$context.requestId" });
}

/**
 * The call of SQS as a form (SQS API Reference, "SendMessage"): the body as it came, and the headers the contract declares as attributes of the
 * message. Every value is encoded, so that no request can add to the call.
 */
function sendMessage(operation: Operation): string {
  const attributes: readonly (readonly [name: string, value: string])[] = [
    [correlationAttribute, "$context.requestId"],
    ...keptHeaders(operation).map((name) => [name, `$util.urlEncode($input.params('${name}'))`] as const),
  ];
  return [
    "Action=SendMessage",
    "MessageBody=$util.urlEncode($input.body)",
    ...attributes.flatMap(([name, value], index) => [
      `MessageAttribute.${index + 1}.Name=${name}`,
      `MessageAttribute.${index + 1}.Value.DataType=String`,
      `MessageAttribute.${index + 1}.Value.StringValue=${value}`,
    ]),
  ].join("&");
}

/** May send to that queue, and nothing else. */
function addRole({ stack, placement, input }: RestContext, id: string, queue: string): IamRole {
  const role = resource(stack, IamRole, id, {
    name: `${input.service}-${id}`,
    path: placement.rolePath,
    permissionsBoundary: placement.boundaryArn,
    description: `Stores requests of ${id} of ${input.service}`,
    assumeRolePolicy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Principal: { Service: "apigateway.amazonaws.com" }, Action: "sts:AssumeRole" }],
    }),
  });
  resource(stack, IamRolePolicy, id, {
    name: "operation",
    role: role.name,
    policy: JSON.stringify({
      Version: "2012-10-17",
      Statement: [
        {
          Sid: "SendToQueue",
          Effect: "Allow",
          Action: "sqs:SendMessage",
          Resource: arn(placement, "sqs", queueName(input.service, queue)),
        },
      ],
    }),
  });
  return role;
}
