import { inCapitals } from "../in-capitals";
import { policyDocument, type PolicyStatement } from "../../stack/policy-document";
import { bucketName, functionName } from "../microservice/names";
import { arn, type Placement } from "../microservice/placement";
import { callsOf, distributedMapsOf, parks, type StateMachineDefinition } from "./definition";
import { calleeOf, machineRolesOf, parkedQueueName, stateMachineArn, stateMachineName } from "./names";

/** Who may take the role of a state machine: Step Functions, for machines of this account ("How AWS Step Functions works with IAM"). */
export function machineTrust({ accountId }: Placement): string {
  return policyDocument([
    {
      Sid: "StepFunctionsAssumes",
      Effect: "Allow",
      Principal: { Service: "states.amazonaws.com" },
      Action: "sts:AssumeRole",
      Condition: { StringEquals: { "aws:SourceAccount": accountId } },
    },
  ]);
}

/** What a state machine may do: invoke the functions it calls, or take on the roles that do it elsewhere, park, log, trace. */
export function machinePolicy(
  placement: Placement,
  service: string,
  machine: string,
  definition: StateMachineDefinition,
): string {
  const callees = callsOf(definition).map((call) => calleeOf(placement, service, call));
  const own = callees.flatMap(({ functionArn, roleArn }) => (roleArn === undefined ? [functionArn] : []));
  const roles = callees.flatMap(({ roleArn }) => roleArn ?? []);
  const park = arn(placement, "sqs", parkedQueueName(service, machine));
  return policyDocument([
    ...allow("CallFunctions", "lambda:InvokeFunction", own),
    ...allow("CallOffers", "sts:AssumeRole", roles),
    ...allow("Park", "sqs:SendMessage", parks(definition) ? [park] : []),
    ...mapsParts(placement, service, machine, definition),
    // None of these has a resource type ("Using IAM policies for CloudWatch Logs" and "for X-Ray" in the Step Functions Developer Guide).
    ...allow("DeliverLogs", logDelivery, ["*"]),
    ...allow("OwnTraces", tracing, ["*"]),
  ]);
}

/** Step Functions Developer Guide, "IAM policies for using Distributed Map states": it starts executions of itself, looks after them and reads the items. */
function mapsParts(
  placement: Placement,
  service: string,
  machine: string,
  definition: StateMachineDefinition,
): readonly PolicyStatement[] {
  const maps = distributedMapsOf(definition);
  if (maps.length === 0) return [];
  const name = stateMachineName(service, machine);
  const buckets = [...new Set(maps.flatMap(([, { ReadItems }]) => ReadItems?.bucket ?? []))];
  const objects = buckets.map(
    (bucket) => `arn:${placement.partition}:s3:::${bucketName(service, bucket, placement.accountId)}/*`,
  );
  return [
    ...allow("MapParts", "states:StartExecution", [stateMachineArn(placement, service, machine)]),
    ...allow(
      "WatchParts",
      ["states:DescribeExecution", "states:StopExecution"],
      [":", "/"].map((after) => arn(placement, "states", `execution:${name}${after}*`)),
    ),
    ...allow("ReadItems", "s3:GetObject", objects),
  ];
}

function allow(
  Sid: string,
  Action: string | readonly string[],
  Resource: readonly string[],
): readonly PolicyStatement[] {
  const [only] = Resource;
  if (only === undefined) return [];
  return [{ Sid, Effect: "Allow", Action, Resource: Resource.length === 1 ? only : Resource }];
}

const logDelivery = [
  "logs:CreateLogDelivery",
  "logs:DeleteLogDelivery",
  "logs:DescribeLogGroups",
  "logs:DescribeResourcePolicies",
  "logs:GetLogDelivery",
  "logs:ListLogDeliveries",
  "logs:PutResourcePolicy",
  "logs:UpdateLogDelivery",
];

const tracing = [
  "xray:GetSamplingRules",
  "xray:GetSamplingTargets",
  "xray:PutTelemetryRecords",
  "xray:PutTraceSegments",
];

/**
 * Who may take on the role of an offer: state machines of the services it is for. The account is the principal, because IAM refuses a role that is not
 * there yet; the condition binds it to those roles.
 */
export function offerTrust(placement: Placement, to: readonly string[]): string {
  return policyDocument(
    to.flatMap((service): PolicyStatement[] => {
      const accounts = placement.peers?.[service] ?? [];
      if (accounts.length === 0) return [];
      return [
        {
          Sid: `StateMachinesOf${inCapitals(service)}`,
          Effect: "Allow",
          Principal: { AWS: accounts.map((id) => `arn:${placement.partition}:iam::${id}:root`) },
          Action: "sts:AssumeRole",
          Condition: {
            ArnLike: { "aws:PrincipalArn": accounts.map((id) => machineRolesOf(placement, id, service)) },
          },
        },
      ];
    }),
  );
}

/** The one thing it is good for. */
export function offerPolicy(placement: Placement, service: string, offer: string): string {
  const Resource = arn(placement, "lambda", `function:${functionName(service, offer)}`);
  return policyDocument([{ Sid: "InvokeOffer", Effect: "Allow", Action: "lambda:InvokeFunction", Resource }]);
}
