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

/** API Gateway guide, "Monitor CloudWatch metrics for HTTP APIs". */
export function apiMetric(apiId: string, name: ApiMetric): Metric {
  return { namespace: "AWS/ApiGateway", name, dimensions: { ApiId: apiId } };
}

/** DynamoDB guide, "DynamoDB metrics and dimensions". */
export function tableMetric(tableName: string, name: TableMetric): Metric {
  return { namespace: "AWS/DynamoDB", name, dimensions: { TableName: tableName } };
}

/** SQS Developer Guide, "Available CloudWatch metrics for Amazon SQS". */
export function queueMetric(queueName: string, name: QueueMetric): Metric {
  return { namespace: "AWS/SQS", name, dimensions: { QueueName: queueName } };
}
