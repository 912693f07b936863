import { describe, expect, test } from "@jest/globals";
import type { LandingZone, Vpn } from "../../declaration/model";
import { buildNetwork } from "../../network/network-stack";
import { type BuiltStack, buildStack } from "../fixtures/built-stack";
import { sample, withNetwork } from "./zones";

const office: Vpn = {
  name: "office",
  domain: "shared",
  ranges: ["192.168.0.0/16"],
  address: "192.0.2.10",
  asn: 65_010,
};
const cage = { name: "cage", domain: "shared", ranges: ["172.20.0.0/16"], amazonSideAsn: 64_550 };

function network(changes: Partial<LandingZone["network"]>): BuiltStack {
  return buildStack(withNetwork(sample, changes), ({ kind }) => kind === "network", buildNetwork);
}

describe("a VPN", () => {
  const stack = network({ vpns: [office] });
  const connection = stack.at("aws_vpn_connection.office");

  test("ends at the hub and learns nothing from the other side", () => {
    expect(stack.at("aws_customer_gateway.office")).toMatchObject({
      type: "ipsec.1",
      ip_address: "192.0.2.10",
      bgp_asn: "65010",
    });
    expect(connection).toMatchObject({
      customer_gateway_id: "${aws_customer_gateway.office.id}",
      transit_gateway_id: "${aws_ec2_transit_gateway.hub.id}",
      static_routes_only: true,
    });
  });

  test.each(["tunnel1", "tunnel2"])(
    "%s takes IKEv2, AES-256-GCM, SHA-2 and no group below 14 or of doubt",
    (tunnel) => {
      expect(connection[`${tunnel}_ike_versions`]).toEqual(["ikev2"]);
      for (const phase of ["phase1", "phase2"]) {
        expect(connection[`${tunnel}_${phase}_encryption_algorithms`]).toEqual(["AES256-GCM-16"]);
        const integrity = connection[`${tunnel}_${phase}_integrity_algorithms`] as readonly string[];
        expect(integrity.filter((algorithm) => !algorithm.startsWith("SHA2-"))).toEqual([]);
        const groups = connection[`${tunnel}_${phase}_dh_group_numbers`] as readonly number[];
        expect([groups.length > 0, groups.filter((group) => group < 14 || group > 21)]).toEqual([true, []]);
      }
    },
  );

  test("keeps its keys in Secrets Manager, out of Terraform's state and the recorded ids", () => {
    expect(connection["preshared_key_storage"]).toBe("SecretsManager");
    expect(Object.keys(connection).filter((name) => name.endsWith("preshared_key"))).toEqual([]);
    expect(stack.ids["hub-attachment/office"]).toBe("${aws_vpn_connection.office.transit_gateway_attachment_id}");
    expect(JSON.stringify(stack.ids)).not.toMatch(/key|configuration/);
  });

  test("of an ASN that 31 bits do not hold gives it in the other argument", () => {
    const large = network({ vpns: [{ ...office, asn: 4_200_000_001 }] }).at("aws_customer_gateway.office");
    expect([large["bgp_asn"], large["bgp_asn_extended"]]).toEqual([undefined, "4200000001"]);
  });
});

describe("a Direct Connect gateway", () => {
  const stack = network({ directConnects: [cage] });

  test("is associated with the hub, which announces the pool and nothing else", () => {
    expect(stack.at("aws_dx_gateway.cage")).toMatchObject({ name: "acme-cage", amazon_side_asn: "64550" });
    expect(stack.at("aws_dx_gateway_association.cage")).toMatchObject({
      dx_gateway_id: "${aws_dx_gateway.cage.id}",
      associated_gateway_id: "${aws_ec2_transit_gateway.hub.id}",
      allowed_prefixes: ["10.0.0.0/12"],
    });
  });

  test("records its attachment, which is looked up once the association is there", () => {
    expect(stack.ids["hub-attachment/cage"]).toBe("${data.aws_ec2_transit_gateway_dx_gateway_attachment.cage.id}");
    const { data } = stack.top as { data: Record<string, Record<string, { depends_on: unknown }>> };
    expect(data["aws_ec2_transit_gateway_dx_gateway_attachment"]?.["cage"]?.depends_on).toEqual([
      "aws_dx_gateway_association.cage",
    ]);
  });
});

test("without a declaration there is neither", () => {
  const { resources } = network({});
  expect([...resources.keys()].filter((address) => /vpn|customer|dx_/.test(address))).toEqual([]);
});
