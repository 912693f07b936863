import { describe, expect, test } from "@jest/globals";
import { buildApi, things } from "./build-api";

const accessLogDestination = "arn:aws:logs:eu-west-1:444455556666:destination:landfall-api-access";

describe.each(["http", "rest"] as const)("the access log of an API of kind %s", (kind) => {
  test("is subscribed to the log archive where the zone has a destination for it, and nowhere else", () => {
    const subscribed = buildApi(things(), { kind }, { accessLogDestination });
    expect(subscribed.at("aws_cloudwatch_log_subscription_filter.access-logs")).toMatchObject({
      log_group_name: "${aws_cloudwatch_log_group.access-logs.name}",
      filter_pattern: "",
      destination_arn: accessLogDestination,
    });
    expect(buildApi(things(), { kind }).ofType("aws_cloudwatch_log_subscription_filter").size).toBe(0);
  });
});
