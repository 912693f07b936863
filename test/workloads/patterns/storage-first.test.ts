import { describe, expect, test } from "@jest/globals";
import { storedFirst } from "../../../examples/patterns/services/storage-first/service";
import { storageFirst, table } from "../../../workloads/service-definition";
import { builtService } from "../built-service";

describe("storage first", () => {
  const built = builtService(storedFirst);
  const named = (type: string): readonly string[] => Object.keys(built[type] ?? {});

  test("is a queue that API Gateway fills, refusing what does not conform, and a consumer that takes from it", () => {
    expect(built["aws_api_gateway_integration"]?.["receiveReading"]).toMatchObject({ type: "AWS" });
    expect(built["aws_api_gateway_integration"]?.["recordAtOnce"]).toMatchObject({ type: "AWS_PROXY" });
    expect(built["aws_api_gateway_method"]?.["receiveReading"]).toHaveProperty("request_validator_id");
    expect(named("aws_lambda_event_source_mapping")).toEqual(["recordReading"]);
    expect(named("aws_lambda_function")).not.toContain("receiveReading");
  });

  test("has a dead letter queue with an alarm", () => {
    expect(built["aws_sqs_queue"]?.["receiveReading"]).toHaveProperty("redrive_policy");
    expect(JSON.stringify(built["aws_cloudwatch_metric_alarm"])).toContain("storage-first-receiveReading_dead-letters");
  });

  test("is parts of a definition, which may have others beside them", () => {
    const parts = storageFirst({
      operation: "take",
      consumer: "work",
      key: "body.id",
      uses: [table.put("things")],
      concurrency: 5,
    });
    expect(parts).toEqual({
      api: { edgeValidation: true, sendTo: { take: "take" } },
      queues: { take: {} },
      consumers: {
        work: {
          from: { kind: "queue", name: "take", body: "json" },
          key: "body.id",
          uses: [{ kind: "table", name: "things", actions: ["PutItem"] }],
          concurrency: 5,
        },
      },
    });
  });
});
