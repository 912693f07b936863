/** DynamoDB actions that work on items (Service Authorization Reference, "Actions defined by Amazon DynamoDB"). */
export type ItemAction =
  | "BatchGetItem"
  | "BatchWriteItem"
  | "ConditionCheckItem"
  | "DeleteItem"
  | "GetItem"
  | "PutItem"
  | "Query"
  | "UpdateItem";

/** What a handler does to a queue ("Actions defined by Amazon SQS"). Receiving is Lambda's part: see `consumers`. */
export type QueueAction = "SendMessage";

/** What a handler does to a database ("Actions defined by Amazon RDS Data API"). */
export type DatabaseAction = "ExecuteStatement";

/** "Actions defined by Amazon S3"; `ListBucket` also makes S3 say 404 in place of 403 for an object that is not there. */
export type BucketAction = "DeleteObject" | "GetObject" | "ListBucket" | "PutObject";
