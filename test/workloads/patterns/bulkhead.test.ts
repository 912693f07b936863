import { describe, expect, test } from "@jest/globals";
import { bulkhead as service } from "../../../examples/patterns/services/bulkhead/service";
import { builtService } from "../built-service";

const { aws_lambda_function: functions = {}, ...resources } = builtService(service);

const classes = [
  { name: "premium", submits: "submitPremium", works: "workPremium", requests: 4, workers: 2 },
  { name: "standard", submits: "submitStandard", works: "workStandard", requests: 2, workers: 2 },
];

describe("a bulkhead", () => {
  test.each(classes)("reserves for $name what it may use, and no more", ({ submits, works, requests, workers }) => {
    expect(functions[submits]).toMatchObject({ reserved_concurrent_executions: requests });
    expect(functions[works]).toMatchObject({ reserved_concurrent_executions: workers });
    expect(resources["aws_lambda_event_source_mapping"]?.[works]).toMatchObject({
      scaling_config: { maximum_concurrency: workers },
    });
  });

  test.each(classes)("gives $name a queue that no function of the other may touch", ({ name, submits, works }) => {
    const queue = `:bulkhead-${name}"`;
    const may = Object.entries(resources["aws_iam_role_policy"] ?? {})
      .filter(([, { policy }]) => String(policy).includes(queue))
      .map(([id]) => id);
    expect(may.sort()).toEqual([submits, works]);
    expect(resources["aws_lambda_event_source_mapping"]?.[works]).toMatchObject({
      event_source_arn: `\${aws_sqs_queue.${name}.arn}`,
    });
  });

  test("refuses a concurrency that Lambda does not know", () => {
    const operations = {
      ...service.operations,
      submitPremium: { ...service.operations.submitPremium, concurrency: 0 },
    };
    expect(() => builtService({ ...service, operations })).toThrow(/concurrency of 0/);
  });
});
