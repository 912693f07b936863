/** One metric of CloudWatch. */
export interface Metric {
  readonly namespace: string;
  readonly name: string;
  readonly dimensions: Readonly<Record<string, string>>;
}

type FunctionMetric = "Invocations" | "Errors" | "Throttles" | "Duration" | "ConcurrentExecutions" | "IteratorAge";
type ApiMetric = "Count" | "4xx" | "5xx" | "Latency";
type QueueMetric = "ApproximateAgeOfOldestMessage" | "ApproximateNumberOfMessagesVisible" | "NumberOfMessagesSent";
type TableMetric =
  "ReadThrottleEvents" | "WriteThrottleEvents" | "ConsumedReadCapacityUnits" | "ConsumedWriteCapacityUnits";

/** Lambda guide, "Types of metrics for Lambda functions". */
export function functionMetric(functionName: string, name: FunctionMetric): Metric {
  return { namespace: "AWS/Lambda", name, dimensions: { FunctionName: functionName } };
}

/** An API as its metrics name it: a REST API by its name. */
export type MeasuredApi =
  { readonly kind: "http"; readonly apiId: string } | { readonly kind: "rest"; readonly apiName: string };

/** API Gateway guide, "Monitor CloudWatch metrics for HTTP APIs" and "Amazon API Gateway dimensions and metrics" (of REST APIs). */
export function apiMetric(api: MeasuredApi, name: ApiMetric): Metric {
  const namespace = "AWS/ApiGateway";
  if (api.kind === "http") return { namespace, name, dimensions: { ApiId: api.apiId } };
  return { namespace, name: name.replace(/xx$/, "XXError"), dimensions: { ApiName: api.apiName } };
}

/** DynamoDB guide, "DynamoDB metrics and dimensions". */
export function tableMetric(tableName: string, name: TableMetric): Metric {
  return { namespace: "AWS/DynamoDB", name, dimensions: { TableName: tableName } };
}

type ExecutionMetric =
  "ExecutionsStarted" | "ExecutionsSucceeded" | "ExecutionsFailed" | "ExecutionsTimedOut" | "ExecutionTime";

/** Step Functions Developer Guide, "Monitoring Step Functions metrics using Amazon CloudWatch". */
export function executionMetric(stateMachineArn: string, name: ExecutionMetric): Metric {
  return { namespace: "AWS/States", name, dimensions: { StateMachineArn: stateMachineArn } };
}

/** SQS Developer Guide, "Available CloudWatch metrics for Amazon SQS". */
export function queueMetric(queueName: string, name: QueueMetric): Metric {
  return { namespace: "AWS/SQS", name, dimensions: { QueueName: queueName } };
}

/** Of the account, which has one sender (SES Developer Guide, "Creating reputation monitoring alarms using CloudWatch"): from 0 to 1. */
export function reputationMetric(name: "BounceRate" | "ComplaintRate"): Metric {
  return { namespace: "AWS/SES", name: `Reputation.${name}`, dimensions: {} };
}

/** Firehose Developer Guide, "Monitor Amazon Data Firehose with CloudWatch metrics". */
export function deliveryMetric(streamName: string, name: "DeliveryToS3.DataFreshness" | "IncomingRecords"): Metric {
  return { namespace: "AWS/Firehose", name, dimensions: { DeliveryStreamName: streamName } };
}
