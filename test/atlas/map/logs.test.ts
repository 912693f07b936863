import { join } from "node:path";
import { describe, expect, test } from "@jest/globals";
import { resourcesOf } from "../../../atlas/cost/resource";
import { logsOf } from "../../../atlas/map/model/logs";
import { synthesised } from "../../../cli/stack-needs";
import { loadZone } from "../../../declaration/load";
import { withPlaceholderIds } from "../../../declaration/placeholder-ids";
import { stacksOf } from "../../../declaration/stacks";

/** Where Terraform types say that they log to. */
const destinations: Readonly<Record<string, string>> = {
  aws_cloudtrail: "s3_bucket_name",
  aws_config_delivery_channel: "s3_bucket_name",
  aws_flow_log: "log_destination",
  aws_route53_resolver_query_log_config: "destination_arn",
  aws_wafv2_web_acl_logging_configuration: "log_destination_configs",
};

/** Every feature of logging: a firewall, queries, web ACLs. */
const zone = withPlaceholderIds(loadZone(join(__dirname, "../../zones/everything")));

describe("where the map says that logs go", () => {
  const specs = stacksOf(zone);
  const texts = synthesised(
    zone,
    specs.map(({ id }) => id),
  );
  /** `TYPE ACCOUNT BUCKET` of every destination in the stacks' Terraform. */
  const built = new Set(
    specs.flatMap(({ id, account }) =>
      resourcesOf(texts.get(id) ?? `{"provider":{"aws":[{"region":""}]}}`).flatMap(({ type, attributes }) => {
        const attribute = destinations[type];
        if (attribute === undefined) return [];
        const bucket = /(cloudtrail|config|flow-logs|web-acl)-\d{12}/.exec(JSON.stringify(attributes[attribute]))?.[1];
        return [`${type} ${account.name} ${bucket ?? "?"}`];
      }),
    ),
  );
  const logs = logsOf(zone);
  const drawn = (word: string, type: string): readonly string[] =>
    logs
      .filter(({ what, place }) => what.includes(word) && place.startsWith("bucket "))
      .flatMap(({ from, place }) => from.map((account) => `${type} ${account} ${place.slice("bucket ".length)}`));
  const ofType = (type: string): readonly string[] => [...built].filter((each) => each.startsWith(`${type} `)).sort();

  test.each([
    ["Configuration of resources", "aws_config_delivery_channel"],
    ["Flow logs", "aws_flow_log"],
    ["Requests that web ACLs saw", "aws_wafv2_web_acl_logging_configuration"],
  ])("%s: the accounts and the bucket of every %s", (word, type) => {
    expect([...new Set(drawn(word, type))].sort()).toEqual(ofType(type));
  });

  test("one trail and one query log send what all accounts do", () => {
    expect(ofType("aws_cloudtrail")).toEqual(["aws_cloudtrail payer cloudtrail"]);
    expect(drawn("API calls", "aws_cloudtrail")).toHaveLength(zone.accounts.length);
    expect(ofType("aws_route53_resolver_query_log_config")).toEqual([
      "aws_route53_resolver_query_log_config transit flow-logs",
    ]);
    expect(drawn("DNS queries", "query")).not.toEqual([]);
  });
});
