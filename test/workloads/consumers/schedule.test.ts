import { describe, expect, test } from "@jest/globals";
import { pictures } from "../../../examples/patterns/services/pictures/service";
import { checkConsumers } from "../../../workloads/microservice/check-consumers";
import { isSchedule } from "../../../workloads/schedules/is-schedule";
import { schedule, type ServiceDefinition } from "../../../workloads/service-definition";
import { messages, testConsumer, ticks } from "../../../workloads/testing";
import { builtService } from "../built-service";

/** The service with an observer that is called at other times. */
function at(when: ReturnType<typeof schedule>["name"]): ServiceDefinition {
  const { observe } = pictures.consumers;
  return { ...pictures, consumers: { observe: { ...observe, from: schedule(when) } } };
}

describe("a consumer of a schedule", () => {
  test("is called at the times that it says, through a queue that only its rule fills", () => {
    const built = builtService(at("cron(0 6 ? * MON-FRI *)"));
    expect(built["aws_cloudwatch_event_rule"]?.["observe"]).toMatchObject({
      name: "pictures-observe",
      schedule_expression: "cron(0 6 ? * MON-FRI *)",
    });
    const { Statement } = JSON.parse(String(built["aws_sqs_queue"]?.["observe"]?.["policy"])) as {
      readonly Statement: readonly object[];
    };
    expect(Statement.filter((each) => "Effect" in each && each.Effect === "Allow")).toEqual([
      expect.objectContaining({
        Principal: { Service: "events.amazonaws.com" },
        Condition: { ArnEquals: { "aws:SourceArn": [expect.stringMatching(/:rule\/pictures-observe$/)] } },
      }),
    ]);
  });

  test("is refused where EventBridge would not take its times", () => {
    expect(
      ["rate(1 minute)", "rate(2 minutes)", "rate(12 hours)", "cron(0 6 * * ? *)"].filter(isSchedule),
    ).toHaveLength(4);
    expect(
      ["rate(1 minutes)", "rate(2 minute)", "rate(0 days)", "rate(1 second)", "cron(0 6 * * *)"].filter(isSchedule),
    ).toEqual([]);
    expect(() => checkConsumers(at("rate(0 minutes)"))).toThrow("observe takes from schedule rate(0 minutes)");
  });

  test("is called once a time, however often that is delivered", async () => {
    const called: unknown[] = [];
    const access = {} as Parameters<typeof testConsumer<typeof pictures, "observe", unknown>>[3];
    const deliver = testConsumer(pictures, "observe", async (tick) => void called.push(tick), access);
    const [time, later] = ["2026-12-01T00:00:00Z", "2026-12-01T00:01:00Z"] as const;
    await deliver(ticks(time, time));
    await deliver(ticks(time, later));
    expect(called).toMatchObject([{ time }, { time: later }]);
    expect((await deliver(messages({ body: { hello: "world" } }))).batchItemFailures).toHaveLength(1);
  });
});
