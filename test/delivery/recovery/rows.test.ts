import { describe, expect, test } from "@jest/globals";
import { plannedResource } from "../../../delivery/recovery/planned-resource";
import { rows } from "../../../delivery/recovery/rows";
import { openSearch } from "../../../delivery/recovery/search";
import { addresses } from "../../synth/synthesise";
import { testStacks } from "../../synth/synthesise-zones";

describe("the table of how objects are found again", () => {
  test("knows every resource type that a stack has", () => {
    const types = testStacks()
      .flatMap(({ json }) => addresses(json))
      .map((address) => address.split(".")[0] ?? address);
    expect([...new Set(types)].filter((type) => rows[type] === undefined)).toEqual([]);
  });

  test("gives a reason for every type that is made again", () => {
    const silent = Object.entries(rows).filter(([, row]) => row.is === "repeatable" && row.because.length < 20);
    expect(silent).toEqual([]);
  });

  const search = openSearch(
    { partition: "aws-us-gov", account: "111111111111", region: "us-gov-west-1" },
    { region: "us-gov-west-1", requestHandler: undefined as never, maxAttempts: 1 },
  );
  // From the Import sections of hashicorp/aws 5.100.0.
  const importIds: readonly (readonly [string, Record<string, unknown>, string])[] = [
    ["aws_iam_role_policy", { role: "reader", name: "inline" }, "reader:inline"],
    ["aws_iam_policy", { name: "boundary", path: "/team/" }, "arn:aws-us-gov:iam::111111111111:policy/team/boundary"],
    ["aws_iam_policy", { name: "boundary" }, "arn:aws-us-gov:iam::111111111111:policy/boundary"],
    [
      "aws_iam_openid_connect_provider",
      { url: "https://token.example" },
      "arn:aws-us-gov:iam::111111111111:oidc-provider/token.example",
    ],
    ["aws_route", { route_table_id: "rtb-1", destination_cidr_block: "0.0.0.0/0" }, "rtb-1_0.0.0.0/0"],
    [
      "aws_networkfirewall_rule_group",
      { name: "allowed-domains" },
      "arn:aws-us-gov:network-firewall:us-gov-west-1:111111111111:stateful-rulegroup/allowed-domains",
    ],
    [
      "aws_networkfirewall_firewall",
      { name: "inspection" },
      "arn:aws-us-gov:network-firewall:us-gov-west-1:111111111111:firewall/inspection",
    ],
    ["aws_dx_gateway_association", { dx_gateway_id: "d-1", associated_gateway_id: "tgw-1" }, "d-1/tgw-1"],
    ["aws_vpc_ipam_pool_cidr", { cidr: "10.0.0.0/8", ipam_pool_id: "ipam-pool-1" }, "10.0.0.0/8_ipam-pool-1"],
    ["aws_route53_record", { zone_id: "Z1", name: "a.example", type: "NS" }, "Z1_a.example_NS"],
    ["aws_route53_zone_association", { zone_id: "Z1", vpc_id: "vpc-1" }, "Z1:vpc-1:us-gov-west-1"],
    ["aws_route53_vpc_association_authorization", { zone_id: "Z1", vpc_id: "vpc-1" }, "Z1:vpc-1"],
    [
      "aws_route53_resolver_firewall_rule",
      { firewall_rule_group_id: "rslvr-frg-1", firewall_domain_list_id: "rslvr-fdl-1" },
      "rslvr-frg-1:rslvr-fdl-1",
    ],
    ["aws_api_gateway_base_path_mapping", { domain_name: "pay.example" }, "pay.example/"],
    [
      "aws_api_gateway_integration_response",
      { rest_api_id: "a1", resource_id: "r1", http_method: "GET", status_code: "405" },
      "a1/r1/GET/405",
    ],
    ["aws_api_gateway_model", { rest_api_id: "a1", name: "createPayment" }, "a1/createPayment"],
    ["aws_api_gateway_stage", { rest_api_id: "a1", stage_name: "live" }, "a1/live"],
    ["aws_lambda_permission", { function_name: "get", statement_id: "api" }, "get/api"],
    ["aws_glue_catalog_table", { database_name: "logs", name: "trail" }, "111111111111:logs:trail"],
    ["aws_cloudtrail", { name: "all" }, "arn:aws-us-gov:cloudtrail:us-gov-west-1:111111111111:trail/all"],
    [
      "aws_securityhub_standards_subscription",
      { standards_arn: "arn:aws-us-gov:securityhub:us-gov-west-1::standards/nist/v/5.0.0" },
      "arn:aws-us-gov:securityhub:us-gov-west-1:111111111111:subscription/nist/v/5.0.0",
    ],
  ];
  test.each(importIds)("%s of %j is imported as %s", (type, values, importId) => {
    const row = rows[type];
    const planned = plannedResource(`${type}.x`, values, {}, new Map());
    expect(row?.is === "named" ? row.importId(planned, search) : undefined).toBe(importId);
  });

  test.each([
    [{}, "eu-west-2"],
    [{ provider: "aws.global" }, "us-east-1"],
  ])("looks for a state machine configured with %j in %s", (configured, region) => {
    const row = rows["aws_sfn_state_machine"];
    const place = { partition: "aws", account: "111111111111", region: "eu-west-2" } as const;
    const planned = plannedResource("aws_sfn_state_machine.x", { name: "landfall-quarantine" }, configured, new Map());
    expect(row?.is === "named" ? row.importId(planned, { ...search, place }) : undefined).toBe(
      `arn:aws:states:${region}:111111111111:stateMachine:landfall-quarantine`,
    );
  });

  test("waits for what is not known yet", () => {
    const row = rows["aws_route"];
    const planned = plannedResource("aws_route.x", { destination_cidr_block: "0.0.0.0/0" }, {}, new Map());
    expect(row?.is === "named" ? row.importId(planned, search) : "no row").toBeUndefined();
  });
});
