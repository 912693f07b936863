import { clusterArn, secretArn } from "../database/names";
import { dataStreamArn, dataStreamName } from "../data-streams/names";
import { deliveryStreamArn, deliveryStreamName } from "../delivery-streams/names";
import { sendEnvironment, sendStatement } from "../email/send-access";
import { publishEnvironment, publishStatement } from "../events/publish-access";
import { inCapitals } from "../in-capitals";
import { stateMachineArn } from "../state-machine/names";
import { topicArn } from "../topics/names";
import type { Use, UseKind } from "../uses/use";
import { databaseSecretVariable, parkingVariable, resourceVariable } from "../uses/variables";
import { bucketName, deadLetterQueueName, physicalTableName, queueName, queueUrl, secretName } from "./names";
import { arn, centralBusOf, type Placement } from "./placement";
import type { Statement } from "./statement";

interface Kind {
  readonly statements: (placement: Placement, service: string, use: Use) => readonly Statement[];
  /** What a function has to know to call it. */
  readonly variables: (placement: Placement, service: string, use: Use) => Readonly<Record<string, string>>;
}

/** How each kind of resource a function uses stands in its role and in its environment. */
const kinds: Readonly<Record<UseKind, Kind>> = {
  table: own("dynamodb", {
    arn: (placement, service, name) => arn(placement, "dynamodb", `table/${physicalTableName(service, name)}`),
    value: (_placement, service, name) => physicalTableName(service, name),
  }),
  queue: {
    statements: allowed(
      "sqs",
      (placement, service, name, action) =>
        arn(placement, "sqs", action === "ParkMessage" ? deadLetterQueueName(service, name) : queueName(service, name)),
      (action) => (action === "ParkMessage" ? "SendMessage" : action),
    ),
    variables: (placement, service, { name, actions }) => ({
      ...(actions.some((action) => action !== "ParkMessage")
        ? { [resourceVariable("queue", name)]: queueUrl(placement, queueName(service, name)) }
        : {}),
      ...(actions.includes("ParkMessage")
        ? { [parkingVariable(name)]: queueUrl(placement, deadLetterQueueName(service, name)) }
        : {}),
    }),
  },
  bucket: own("s3", {
    // Listing is of the bucket, the rest of its objects ("Actions defined by Amazon S3").
    arn: ({ partition, accountId }, service, name, action) =>
      `arn:${partition}:s3:::${bucketName(service, name, accountId)}${action === "ListBucket" ? "" : "/*"}`,
    value: ({ accountId }, service, name) => bucketName(service, name, accountId),
  }),
  secret: own("secretsmanager", {
    // Secrets Manager adds six characters that it chooses (Secrets Manager User Guide, "What's in a Secrets Manager secret?").
    arn: (placement, service, name) => arn(placement, "secretsmanager", `secret:${secretName(service, name)}-??????`),
    value: (_placement, service, name) => secretName(service, name),
  }),
  stateMachine: own("states", { arn: stateMachineArn, value: stateMachineArn }),
  database: {
    statements: (placement, service, { name, actions }) => [
      {
        Sid: `Database${inCapitals(name)}`,
        Effect: "Allow",
        Action: actions.map((action) => `rds-data:${action}`),
        Resource: clusterArn(placement, service, name),
      },
      {
        Sid: `Database${inCapitals(name)}Secret`,
        Effect: "Allow",
        Action: ["secretsmanager:GetSecretValue"],
        Resource: secretArn(name),
      },
    ],
    variables: (placement, service, { name }) => ({
      [resourceVariable("database", name)]: clusterArn(placement, service, name),
      [databaseSecretVariable(name)]: secretArn(name),
    }),
  },
  bus: {
    statements: (placement, service, { actions }) => [
      publishStatement(centralBusOf(placement, service), service, actions),
    ],
    variables: (placement, service) => publishEnvironment(centralBusOf(placement, service)),
  },
  email: {
    statements: (placement, service, { name }) => [sendStatement(placement, service, name)],
    variables: (placement, service, { name }) => sendEnvironment(placement, service, name),
  },
  dataStream: own("kinesis", {
    arn: dataStreamArn,
    value: (_placement, service, name) => dataStreamName(service, name),
  }),
  topic: own("sns", { arn: topicArn, value: topicArn }),
  deliveryStream: own("firehose", {
    arn: deliveryStreamArn,
    value: (_placement, service, name) => deliveryStreamName(service, name),
  }),
};

/** What an action on a resource of the service is allowed on. */
type ArnOf = (placement: Placement, service: string, name: string, action: string) => string;

/** Statements for a resource of the service itself, one for each ARN. @param named what IAM calls an action, without the prefix */
function allowed(prefix: string, arnOf: ArnOf, named = (action: string): string => action): Kind["statements"] {
  return (placement, service, { kind, name, actions }) => {
    const byArn = new Map<string, string[]>();
    for (const action of actions) {
      const on = arnOf(placement, service, name, action);
      byArn.set(on, [...(byArn.get(on) ?? []), `${prefix}:${named(action)}`]);
    }
    return [...byArn].map(([Resource, Action], index) => ({
      Sid: `${inCapitals(kind)}${inCapitals(name)}${index === 0 ? "" : String(index + 1)}`,
      Effect: "Allow",
      Action,
      Resource,
    }));
  };
}

/** A resource of the service itself: its actions are IAM's, and one variable says what it is. */
function own(
  prefix: string,
  resource: {
    readonly arn: ArnOf;
    readonly value: (placement: Placement, service: string, name: string) => string;
  },
): Kind {
  return {
    statements: allowed(prefix, resource.arn),
    variables: (placement, service, { kind, name }) => ({
      [resourceVariable(kind, name)]: resource.value(placement, service, name),
    }),
  };
}

/** What one use allows the function's role. */
export function statementsOf(placement: Placement, service: string, use: Use): readonly Statement[] {
  return kinds[use.kind].statements(placement, service, use);
}

/** What the function's environment says of what it uses. */
export function variablesOf(placement: Placement, service: string, use: Use): Readonly<Record<string, string>> {
  return kinds[use.kind].variables(placement, service, use);
}
