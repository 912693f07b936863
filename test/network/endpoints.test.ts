import { describe, expect, test } from "@jest/globals";
import { endpointName } from "../../declaration/endpoint-services";
import type { LandingZone } from "../../declaration/model";
import { buildNetwork } from "../../network/network-stack";
import { buildRouting } from "../../network/routing-stack";
import { buildStack } from "../fixtures/built-stack";
import { endpoints, everything, office, resolving } from "./dns/zone";
import { sample } from "./zones";

const network = (zone: LandingZone) => buildStack(zone, ({ kind }) => kind === "network", buildNetwork);
const zone = resolving({}, { endpoints });

describe("central interface endpoints", () => {
  const stack = network(zone);
  const plain = network(sample);

  test("have a VPC with a subnet and an attachment subnet in each zone, attached to the hub", () => {
    expect(stack.at("aws_vpc.endpoints")).toMatchObject({ cidr_block: "10.0.1.0/24" });
    expect(stack.at("aws_default_security_group.endpoints")).toMatchObject({ ingress: [], egress: [] });
    expect(stack.at("aws_ec2_transit_gateway_vpc_attachment.endpoints")).toMatchObject({
      subnet_ids: ["${aws_subnet.endpoints-attachment-a.id}", "${aws_subnet.endpoints-attachment-b.id}"],
      transit_gateway_default_route_table_association: false,
      transit_gateway_default_route_table_propagation: false,
    });
    expect(stack.at("aws_route.endpoints-pool")).toMatchObject({
      destination_cidr_block: "10.0.0.0/12",
      depends_on: ["aws_ec2_transit_gateway_vpc_attachment.endpoints"],
    });
  });

  test("are one a service, in every zone, open to HTTPS from the pool alone, for the organisation alone", () => {
    expect([...stack.ofType("aws_vpc_endpoint").keys()].sort()).toEqual(["ecr_dkr", "ssm"]);
    const endpoint = stack.at("aws_vpc_endpoint.ecr_dkr");
    expect(endpoint).toMatchObject({
      service_name: "com.amazonaws.eu-west-1.ecr.dkr",
      vpc_endpoint_type: "Interface",
      private_dns_enabled: false,
      subnet_ids: ["${aws_subnet.endpoints-a.id}", "${aws_subnet.endpoints-b.id}"],
      security_group_ids: ["${aws_security_group.endpoints.id}"],
    });
    const organization = sample.ids.get("organization");
    const [own, services] = JSON.parse(String(endpoint["policy"])).Statement;
    expect(own.Condition).toEqual({
      StringEquals: { "aws:PrincipalOrgID": organization, "aws:ResourceOrgID": organization },
    });
    expect(services.Condition).toEqual({ Bool: { "aws:PrincipalIsAWSService": "true" } });
    expect(stack.at("aws_security_group.endpoints")).toMatchObject({
      egress: [],
      ingress: [{ protocol: "tcp", from_port: 443, to_port: 443, cidr_blocks: ["10.0.0.0/12"] }],
    });
  });

  test("are found by a private zone of the service's name, whose record leads to them", () => {
    expect(stack.at("aws_route53_zone.ecr_dkr")).toMatchObject({
      name: "dkr.ecr.eu-west-1.amazonaws.com",
      vpc: [{ vpc_id: "${aws_vpc.endpoints.id}" }],
      lifecycle: { ignore_changes: ["vpc"] },
    });
    expect(stack.at("aws_route53_record.ecr_dkr")).toMatchObject({
      name: "*.dkr.ecr.eu-west-1.amazonaws.com",
      type: "A",
      alias: { name: "${aws_vpc_endpoint.ecr_dkr.dns_entry[0].dns_name}" },
    });
  });

  test("give out where they are", () => {
    expect(stack.ids).toMatchObject({
      "hub-attachment/endpoints": "${aws_ec2_transit_gateway_vpc_attachment.endpoints.id}",
      "hub-vpc/endpoints": "${aws_vpc.endpoints.id}",
      "private-zone/ecr.dkr": "${aws_route53_zone.ecr_dkr.id}",
      "private-zone/ssm": "${aws_route53_zone.ssm.id}",
    });
  });

  test("are logged, routed and learnt by every domain", () => {
    const routing = buildStack(zone, ({ kind }) => kind === "routing", buildRouting);
    expect(routing.at("aws_flow_log.endpoints")).toMatchObject({ vpc_id: zone.ids.get("hub-vpc/endpoints") });
    expect(routing.resources.has("aws_ec2_transit_gateway_route_table_propagation.endpoints--prod")).toBe(true);
    expect(routing.resources.has("aws_ec2_transit_gateway_route_table_propagation.orders-dev--endpoints")).toBe(true);
  });

  test("reach networks on premises only where the resolver does", () => {
    const vpns = [office];
    expect(network(resolving({}, { endpoints, vpns })).resources.has("aws_route.endpoints-office-1")).toBe(false);
    expect(network(resolving(everything, { endpoints, vpns })).at("aws_route.endpoints-office-1")).toMatchObject({
      destination_cidr_block: "192.168.0.0/16",
    });
  });

  test("leave nothing behind when they are no longer declared", () => {
    const added = [...stack.resources.keys()].filter((address) => !plain.resources.has(address));
    expect(added.filter((address) => !/endpoint|ecr_dkr|ssm/.test(address))).toEqual([]);
    for (const [address, attributes] of plain.resources) expect(stack.at(address)).toEqual(attributes);
  });

  test("are not synthesised before their range is allocated", () => {
    const early = resolving({}, { endpoints: { ...endpoints, cidr: undefined } });
    expect(() => network(early)).toThrow("before its range was allocated");
  });
});

describe("the DNS name of an endpoint service", () => {
  test.each([
    ["ssm", "eu-west-1", "aws", "ssm.eu-west-1.amazonaws.com", "ssm.eu-west-1.amazonaws.com"],
    ["ecr.api", "eu-west-1", "aws", "api.ecr.eu-west-1.amazonaws.com", "api.ecr.eu-west-1.amazonaws.com"],
    [
      "ecr.dkr",
      "us-gov-west-1",
      "aws-us-gov",
      "dkr.ecr.us-gov-west-1.amazonaws.com",
      "*.dkr.ecr.us-gov-west-1.amazonaws.com",
    ],
    [
      "kinesis-streams",
      "cn-north-1",
      "aws-cn",
      "kinesis.cn-north-1.amazonaws.com.cn",
      "kinesis.cn-north-1.amazonaws.com.cn",
    ],
  ])("%s in %s (%s) is in zone %s: %s", (service, region, partition, hosted, record) => {
    expect(endpointName(service, region, partition)).toEqual({ zone: hosted, record });
  });
});
