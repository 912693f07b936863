import type { IdlePrice, PriceRow } from "./price";
import { found, infracost, known, transcript } from "./sources";

const virginia = ["us-east-1"];
const ireland = ["eu-west-1"];
const frankfurt = ["eu-central-1"];

/** Billed to who owns the attached VPC, the VPN's or the peering's Transit Gateway, or the Direct Connect gateway: where the resource is. */
const attachment: IdlePrice = {
  what: "Transit Gateway attachment",
  per: "hour",
  quotes: [
    found("transitGateway", virginia, 0.05, infracost("ec2_transit_gateway_vpc_attachment_test")),
    known("transitGateway", ireland, 0.05),
    known("transitGateway", frankfurt, 0.06),
  ],
};

const attachmentUse = {
  what: "Data sent to the Transit Gateway",
  unit: "GB",
  quotes: [found("transitGateway", virginia, 0.02, transcript("amazon-transit-gateway", "2026-09-20"))],
};

/** Its NAT gateways are 8 % below the AWS Price List, so that what is listed follows from what it says of the others. */
const bill = "a bill of eu-west-1 of 2026-05 in a public repository, 8 % below list throughout";

const publicIpv4: IdlePrice = {
  what: "Public IPv4 address",
  per: "hour",
  quotes: [found("vpc", ireland, 0.005, bill), known("vpc", "all", 0.005)],
};

const flowLog = {
  what: "Logs delivered to S3",
  unit: "GB (first 10 TB a month)",
  quotes: [known("cloudWatch", ["us-east-1", "eu-west-1"], 0.25)],
};

/** What networks are made of. */
export const networkPrices: readonly PriceRow[] = [
  {
    types: ["aws_nat_gateway"],
    idle: [
      {
        what: "NAT gateway",
        per: "hour",
        quotes: [
          found("vpc", virginia, 0.045, infracost("nat_gateway_test")),
          found("vpc", ireland, 0.048, "the AWS Price List, AmazonEC2 eu-west-1 of 2026-09-25, EU-NatGateway-Hours"),
          known("vpc", frankfurt, 0.052),
        ],
      },
    ],
    usage: [
      {
        what: "Data through a NAT gateway",
        unit: "GB",
        quotes: [
          found("vpc", virginia, 0.045, transcript("amazon-vpc", "2026-09-20")),
          found("vpc", ireland, 0.048, "the AWS Price List, AmazonEC2 eu-west-1 of 2026-09-25, EU-NatGateway-Bytes"),
          known("vpc", frankfurt, 0.052),
        ],
      },
    ],
  },
  { types: ["aws_eip"], idle: [publicIpv4] },
  {
    types: [
      "aws_ec2_transit_gateway_vpc_attachment",
      "aws_ec2_transit_gateway_peering_attachment",
      // Each side of a peering pays for its own.
      "aws_ec2_transit_gateway_peering_attachment_accepter",
      "aws_dx_gateway_association",
    ],
    idle: [attachment],
    usage: [attachmentUse],
  },
  {
    types: ["aws_vpn_connection"],
    idle: [
      {
        what: "VPN connection",
        per: "hour",
        quotes: [
          found("vpn", virginia, 0.05, infracost("vpn_connection_test")),
          found("vpn", ireland, 0.05, bill),
          known("vpn", frankfurt, 0.05),
        ],
      },
      { ...attachment, when: { attribute: "transit_gateway_id" } },
      { ...publicIpv4, count: { always: 2 } },
      {
        what: "Secret of the pre-shared keys",
        per: "month",
        quotes: [found("secretsManager", "all", 0.4, infracost("secretsmanager_secret_test"))],
        when: { attribute: "preshared_key_storage", is: "SecretsManager" },
      },
    ],
    usage: [{ ...attachmentUse, when: { attribute: "transit_gateway_id" } }],
  },
  {
    types: ["aws_networkfirewall_firewall"],
    idle: [
      {
        what: "Network Firewall endpoint",
        per: "hour",
        count: { entries: "subnet_mapping" },
        quotes: [
          found("networkFirewall", virginia, 0.395, infracost("networkfirewall_firewall_test")),
          known("networkFirewall", ["eu-west-1", "eu-central-1"], 0.395),
        ],
      },
    ],
    usage: [
      {
        what: "Traffic through AWS Network Firewall",
        unit: "GB",
        quotes: [found("networkFirewall", virginia, 0.065, infracost("networkfirewall_firewall_test"))],
      },
    ],
  },
  {
    types: ["aws_vpc_endpoint"],
    idle: [
      {
        what: "Interface endpoint in a zone",
        per: "hour",
        count: { entries: "subnet_ids" },
        when: { attribute: "vpc_endpoint_type", is: "Interface" },
        quotes: [
          found("privateLink", virginia, 0.01, infracost("vpc_endpoint_test")),
          found("privateLink", ireland, 0.011, bill),
          found(
            "privateLink",
            frankfurt,
            0.012,
            "a public repository that read EUC1-VpcEndpoint-Hours in the AWS Price List",
          ),
        ],
      },
    ],
    usage: [
      {
        what: "Data through interface endpoints",
        unit: "GB (first PB a month)",
        when: { attribute: "vpc_endpoint_type", is: "Interface" },
        quotes: [found("privateLink", "all", 0.01, "a stored copy of the page")],
      },
    ],
    free: "gateway endpoints cost nothing",
  },
  {
    types: ["aws_vpc_ipam"],
    usage: [
      {
        what: "IPAM, advanced tier",
        unit: "active IP address an hour",
        when: { attribute: "tier", is: "advanced" },
        quotes: [found("vpc", "all", 0.00027, transcript("amazon-vpc", "2026-09-20"))],
      },
    ],
    free: "the free tier of IPAM costs nothing",
  },
  { types: ["aws_flow_log"], usage: [flowLog] },
];
