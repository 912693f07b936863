import { describe, expect, test } from "@jest/globals";
import type { Account, LandingZone } from "../../declaration/model";
import { buildRouting } from "../../network/routing-stack";
import { buildStack } from "../fixtures/built-stack";
import { withIds } from "../fixtures/ids";
import { sample } from "./zones";

const routing = (zone: LandingZone = sample) => buildStack(zone, ({ kind }) => kind === "routing", buildRouting);

function account(name: string): Account {
  const found = sample.accounts.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(name);
  return found;
}

describe("the routing stack", () => {
  const stack = routing();

  test("associates each attachment once, with its domain's table", () => {
    const associations = stack.ofType("aws_ec2_transit_gateway_route_table_association");
    expect(
      Object.fromEntries([...associations].map(([name, at]) => [name, at["transit_gateway_route_table_id"]])),
    ).toEqual({
      egress: sample.ids.get("route-table/egress"),
      "orders-dev": sample.ids.get("route-table/nonprod"),
      "orders-prod": sample.ids.get("route-table/prod"),
      "payments-dev": sample.ids.get("route-table/nonprod"),
      "payments-prod": sample.ids.get("route-table/prod"),
      "shared-services": sample.ids.get("route-table/shared"),
    });
    const attachments = [...associations.values()].map((at) => at["transit_gateway_attachment_id"]);
    expect(new Set(attachments).size).toBe(attachments.length);
  });

  test("logs the egress VPC's traffic to the log archive, in its partition", () => {
    expect(stack.at("aws_flow_log.egress")).toMatchObject({
      vpc_id: sample.ids.get("egress-vpc"),
      traffic_type: "ALL",
      log_destination_type: "s3",
    });
    const china = routing({ ...sample, partition: "aws-cn" });
    expect(china.at("aws_flow_log.egress")["log_destination"]).toMatch(/^arn:aws-cn:s3:::acme-flow-logs-\d{12}$/);
  });

  test("propagates a spoke into the tables of the domains that talk to it", () => {
    expect(stack.at("aws_ec2_transit_gateway_route_table_propagation.orders-dev--shared")).toMatchObject({
      transit_gateway_attachment_id: sample.ids.get("attachment/orders-dev"),
      transit_gateway_route_table_id: sample.ids.get("route-table/shared"),
    });
    expect(stack.resources.has("aws_ec2_transit_gateway_route_table_propagation.orders-dev--prod")).toBe(false);
  });

  test("drops the rest of the pool and sends the rest of the world to the egress VPC", () => {
    expect(stack.at("aws_ec2_transit_gateway_route.blackhole--prod")).toMatchObject({
      destination_cidr_block: "10.0.0.0/12",
      blackhole: true,
    });
    expect(stack.at("aws_ec2_transit_gateway_route.default--prod")).toMatchObject({
      destination_cidr_block: "0.0.0.0/0",
      transit_gateway_attachment_id: sample.ids.get("egress-attachment"),
    });
  });

  test("delegates each service account's name to its name servers", () => {
    expect([...stack.ofType("aws_route53_record").keys()].sort()).toEqual([
      "fulfilment-dev",
      "fulfilment-prod",
      "notifications-prod",
      "orders-dev",
      "orders-prod",
      "payments-dev",
      "payments-prod",
      "reports-prod",
    ]);
    expect(stack.at("aws_route53_record.orders-dev")).toMatchObject({
      zone_id: sample.ids.get("apex-zone"),
      name: "orders-dev.services.acme.example",
      type: "NS",
      records: sample.ids.get("name-servers/orders-dev").split(","),
    });
  });

  test("an account more only adds resources named after it", () => {
    const base = account("orders-dev");
    const added: Account = { ...base, name: "billing-dev", service: undefined };
    const larger = routing(withIds({ ...sample, accounts: [...sample.accounts, added] }));
    for (const [address, attributes] of stack.resources) expect(larger.at(address)).toEqual(attributes);
    const extra = [...larger.resources.keys()].filter((address) => !stack.resources.has(address));
    expect(extra.sort()).toEqual([
      "aws_ec2_transit_gateway_route_table_association.billing-dev",
      "aws_ec2_transit_gateway_route_table_propagation.billing-dev--egress",
      "aws_ec2_transit_gateway_route_table_propagation.billing-dev--shared",
    ]);
  });
});
