/** DynamoDB actions that work on items (Service Authorization Reference, "Actions defined by Amazon DynamoDB"). */
export type ItemAction =
  | "BatchGetItem"
  | "BatchWriteItem"
  | "ConditionCheckItem"
  | "DeleteItem"
  | "GetItem"
  | "PutItem"
  | "Query"
  | "Scan"
  | "UpdateItem";

/**
 * What a handler does to a queue ("Actions defined by Amazon SQS"). Receiving is Lambda's part (see `consumers`), but for the workers of a pool.
 * `ParkMessage` is Landfall's own name for `SendMessage` to the queue's dead letter queue.
 */
export type QueueAction = "SendMessage" | "ParkMessage" | "GetQueueAttributes" | "ReceiveMessage" | "DeleteMessage";

/** "Actions defined by AWS Secrets Manager". */
export type SecretAction = "GetSecretValue";

/** What a handler does to a state machine of the service ("Actions defined by AWS Step Functions"). */
export type StateMachineAction = "StartExecution";

/** What a handler does to a database ("Actions defined by Amazon RDS Data API"). */
export type DatabaseAction = "ExecuteStatement";

/** "Actions defined by Amazon S3"; `ListBucket` also makes S3 say 404 in place of 403 for an object that is not there. */
export type BucketAction = "DeleteObject" | "GetObject" | "ListBucket" | "PutObject";

/** "Actions defined by Amazon Simple Email Service v2". */
export type EmailAction = "SendEmail";

/** "Actions defined by Amazon Kinesis Data Streams". */
export type DataStreamAction = "PutRecords";

/** "Actions defined by Amazon SNS". */
export type TopicAction = "Publish";

/** "Actions defined by Amazon Kinesis Firehose". */
export type DeliveryStreamAction = "PutRecordBatch";
