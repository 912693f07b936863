import type { PriceRow } from "./price";
import { found, infracost, known, transcript } from "./sources";

const page = transcript("amazon-route53-resolver", "2026-09-20");

/** Amazon Route 53. */
export const dnsPrices: readonly PriceRow[] = [
  {
    types: ["aws_route53_zone"],
    idle: [
      {
        what: "Hosted zone",
        per: "month",
        quotes: [found("route53", "all", 0.5, page)],
        beyond: { units: 25, usd: 0.1 },
      },
    ],
    usage: [{ what: "DNS queries", unit: "million", quotes: [found("route53", "all", 0.4, page)] }],
  },
  {
    types: ["aws_route53_resolver_endpoint"],
    idle: [
      {
        what: "Address of a resolver endpoint",
        per: "hour",
        count: { entries: "ip_address" },
        quotes: [
          found("route53", ["us-east-1"], 0.125, infracost("route53_resolver_endpoint_test")),
          known("route53", ["eu-west-1", "eu-central-1"], 0.125),
        ],
      },
    ],
    usage: [
      {
        what: "Queries through resolver endpoints",
        unit: "million (first 1,000 a month)",
        quotes: [found("route53", ["us-east-1"], 0.4, infracost("route53_resolver_endpoint_test"))],
      },
    ],
  },
  {
    types: ["aws_route53_resolver_firewall_domain_list"],
    idle: [
      {
        what: "Domain of the DNS firewall",
        per: "month",
        count: { entries: "domains" },
        quotes: [known("route53", "all", 0.0005)],
      },
    ],
  },
  {
    types: ["aws_route53_resolver_firewall_rule_group_association"],
    usage: [
      {
        what: "Queries through the DNS firewall",
        unit: "million (first 1,000 a month)",
        quotes: [known("route53", "all", 0.6)],
      },
    ],
  },
  {
    types: ["aws_route53_resolver_query_log_config"],
    usage: [
      {
        what: "Logs delivered to S3",
        unit: "GB (first 10 TB a month)",
        quotes: [known("cloudWatch", ["us-east-1", "eu-west-1"], 0.25)],
      },
    ],
  },
];
