import { describe, expect, test } from "@jest/globals";
import { checkDeliveryStreams } from "../../../workloads/delivery-streams/check-delivery-streams";
import type { ConsumerHandle, OperationHandle } from "../../../workloads/runtime/handle";
import { defineService, deliveryStream } from "../../../workloads/service-definition";
import { notifications } from "../../../workloads/services/notifications/service";
import { lineOf } from "../../../workloads/services/reports/line";
import { reports } from "../../../workloads/services/reports/service";
import { statementsOf } from "../../accounts/policy";
import { account, builtService } from "../built-service";

const resources = builtService(reports);
const at = (type: string, name: string) => resources[type]?.[name];
const bucket = `reports-delivered-${account}`;

describe("a delivery stream", () => {
  test("brings records into the service's bucket by day, compressed, and says what it could not bring", () => {
    expect(at("aws_kinesis_firehose_delivery_stream", "lines_delivery")).toMatchObject({
      name: "reports-lines",
      destination: "extended_s3",
      server_side_encryption: { enabled: true },
      extended_s3_configuration: {
        bucket_arn: "${aws_s3_bucket._delivered.arn}",
        prefix: "lines/year=!{timestamp:yyyy}/month=!{timestamp:MM}/day=!{timestamp:dd}/",
        error_output_prefix: "_errors/lines/!{firehose:error-output-type}/!{timestamp:yyyy/MM/dd}/",
        compression_format: "GZIP",
        cloudwatch_logging_options: {
          enabled: true,
          log_group_name: "${aws_cloudwatch_log_group.lines_delivery.name}",
        },
      },
    });
    expect(at("aws_cloudwatch_metric_alarm", "lines-delivery")).toMatchObject({
      namespace: "AWS/Firehose",
      metric_name: "DeliveryToS3.DataFreshness",
      dimensions: { DeliveryStreamName: "reports-lines" },
      alarm_actions: ["${aws_sns_topic.alarms.arn}"],
    });
  });

  test("writes its own part of the bucket and its own log, for this account alone, within the boundary", () => {
    const role = at("aws_iam_role", "lines_delivery");
    expect(role).toMatchObject({ path: "/service/", permissions_boundary: `arn:aws:iam::${account}:policy/boundary` });
    expect(statementsOf(role?.["assume_role_policy"])).toMatchObject([
      {
        Principal: { Service: "firehose.amazonaws.com" },
        Condition: { StringEquals: { "sts:ExternalId": account } },
      },
    ]);
    const allowed = statementsOf(at("aws_iam_role_policy", "lines_delivery")?.["policy"]);
    expect(allowed.map(({ Resource }) => Resource)).toEqual([
      `arn:aws:s3:::${bucket}`,
      [`arn:aws:s3:::${bucket}/lines/*`, `arn:aws:s3:::${bucket}/_errors/lines/*`],
      `arn:aws:logs:eu-west-1:${account}:log-group:/aws/kinesisfirehose/reports-lines:log-stream:DestinationDelivery`,
    ]);
  });

  test("is a table whose partitions nobody has to add, queried where answers are encrypted and expire", () => {
    expect(at("aws_glue_catalog_table", "lines")).toMatchObject({
      name: "lines",
      parameters: {
        "projection.enabled": "true",
        "projection.day.range": "1,31",
        "storage.location.template": `s3://${bucket}/lines/year=$\${year}/month=$\${month}/day=$\${day}/`,
      },
      partition_keys: ["year", "month", "day"].map((name) => ({ name, type: "string" })),
      storage_descriptor: {
        location: `s3://${bucket}/lines/`,
        columns: Object.entries(reports.deliveryStreams.lines.columns).map(([name, type]) => ({ name, type })),
      },
    });
    expect(at("aws_athena_workgroup", "delivered")).toMatchObject({
      configuration: {
        enforce_workgroup_configuration: true,
        result_configuration: {
          output_location: `s3://${bucket}/_queries/`,
          encryption_configuration: { encryption_option: "SSE_S3" },
        },
      },
    });
    expect(at("aws_s3_bucket", "_delivered")?.["lifecycle_rule"]).toContainEqual({
      id: "expire-queries",
      enabled: true,
      prefix: "_queries/",
      expiration: { days: 7 },
    });
  });

  test("is not there in a service that declares none", () => {
    const types = Object.keys(builtService(notifications));
    expect(types.filter((type) => /firehose|glue|athena|^aws_s3/.test(type))).toEqual([]);
  });
});

describe("a function that declares that it delivers", () => {
  const statement = {
    Sid: "DeliveryStreamLines",
    Effect: "Allow",
    Action: ["firehose:PutRecordBatch"],
    Resource: `arn:aws:firehose:eu-west-1:${account}:deliverystream/reports-lines`,
  };

  test.each([
    ["writeLine", true],
    ["listLines", false],
  ])("may put records on the stream, and is the only one: %s %s", (id, may) => {
    const statements = statementsOf(at("aws_iam_role_policy", id)?.["policy"]);
    expect(statements.filter(({ Action }) => JSON.stringify(Action).includes("firehose:"))).toEqual(
      may ? [statement] : [],
    );
    const { variables } = Object(at("aws_lambda_function", id)?.["environment"]) as { variables: object };
    expect("LINES_DELIVERYSTREAM" in variables).toBe(may);
  });
});

/** Each `@ts-expect-error` fails the type check where the compiler finds nothing wrong. */
describe("what a handler is given", () => {
  test("are the streams it declares, of records as their columns are", () => {
    const handlers = {
      write: (async (given, { deliveryStreams }) => {
        const line = lineOf(given);
        await deliveryStreams.lines.put(line, line);
        // @ts-expect-error the column is text
        await deliveryStreams.lines.put({ ...line, event_id: 1 });
        // @ts-expect-error a column is missing
        await deliveryStreams.lines.put({ event_id: "1" });
        // @ts-expect-error there is no such stream
        await deliveryStreams.purchases.put(line);
      }) satisfies ConsumerHandle<typeof reports, "writeLine">,
      // @ts-expect-error listLines declares none
      list: (async (_request, { deliveryStreams }) => {
        return { status: 200, body: deliveryStreams };
      }) satisfies OperationHandle<typeof reports, "listLines">,
      // @ts-expect-error getReceipt sends no mail
      read: (async (_request, { email }) => {
        return { status: 200, body: email };
      }) satisfies OperationHandle<typeof notifications, "getReceipt">,
    };
    expect(Object.keys(handlers)).toHaveLength(3);
  });
});

describe("a definition", () => {
  const named = { name: "notes", contract: "openapi.yaml", handlers: "handlers", tables: {} };
  const uses = [deliveryStream.put("lines")];

  test("cannot deliver to what it does not have", () => {
    // @ts-expect-error there is no such stream
    const notes = defineService({ ...named, operations: { tell: { uses } } });
    expect(notes.deliveryStreams).toEqual({});
  });

  test.each([
    [{ Lines: { columns: { id: "string" } } }, "Lines is no name of a table"],
    [{ lines: { columns: {} } }, "lines has no columns"],
    [{ lines: { columns: { orderId: "string" } } }, "lines.orderId is no name of a column"],
    [{ lines: { columns: { day: "string" } } }, "lines.day is what Firehose calls its partitions"],
  ] as const)("is refused with the streams %j", (deliveryStreams, problem) => {
    expect(() => checkDeliveryStreams(defineService({ ...named, operations: {}, deliveryStreams }))).toThrow(problem);
  });
});
