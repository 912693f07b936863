import { describe, expect, test } from "@jest/globals";
import type { ApiDefinition } from "../../../workloads/api/api-definition";
import type { BuiltStack } from "../../fixtures/built-stack";
import { buildApi, things } from "./build-api";

const api: ApiDefinition = { firewall: { requestsPerFiveMinutes: 1000 } };
const bucket = "arn:aws:s3:::aws-waf-logs-acme-web-acl-444455556666";
const stack = buildApi(things(), api, { firewallLogs: bucket });

/** What lies between a client and the stage. */
const inFront = (of: BuiltStack): readonly unknown[] =>
  [...of.ofType("aws_wafv2_web_acl_association").values()].map(({ resource_arn }) => resource_arn);

describe("the firewall of an API", () => {
  test("stands in front of the stage, and nowhere when it is not declared", () => {
    expect(inFront(stack)).toEqual(["${aws_api_gateway_stage.live.arn}"]);
    expect(inFront(buildApi(things(), { kind: "rest" }))).toEqual([]);
  });

  test("limits each address first, then applies AWS's rules and blocks by them", () => {
    const { rule, default_action } = stack.at("aws_wafv2_web_acl.api");
    expect(default_action).toEqual({ allow: {} });
    expect(rule).toMatchObject([
      {
        priority: 0,
        action: { block: {} },
        statement: { rate_based_statement: { limit: 1000, aggregate_key_type: "IP" } },
      },
      {
        priority: 1,
        override_action: { none: {} },
        statement: { managed_rule_group_statement: { name: "AWSManagedRulesCommonRuleSet", vendor_name: "AWS" } },
      },
      { priority: 2, statement: { managed_rule_group_statement: { name: "AWSManagedRulesKnownBadInputsRuleSet" } } },
    ]);
  });

  test("logs to the archive's bucket where the account says so, without tokens and keys", () => {
    expect(stack.at("aws_wafv2_web_acl_logging_configuration.api")).toMatchObject({
      log_destination_configs: [bucket],
      redacted_fields: [{ single_header: { name: "authorization" } }, { single_header: { name: "x-api-key" } }],
    });
    expect(buildApi(things(), api).ofType("aws_wafv2_web_acl_logging_configuration").size).toBe(0);
  });
});
