/** One line of a sheet: stack, what, how many of it, and what they cost together a month. */
export type SheetLine = readonly [stack: string, what: string, units: number, monthlyUsd: number];

export interface Sheet {
  readonly zone: string;
  readonly lines: readonly SheetLine[];
  readonly monthlyUsd: number;
}

/**
 * Reckoned by hand from what the zones declare and from AWS's prices, 730 hours a month. It shares nothing with the product: who changes a price
 * there reckons here again.
 *
 * eu-west-1: attachment 0.05 → 36.50; NAT gateway 0.048 → 35.04; public address 0.005 → 3.65; VPN 0.05 → 36.50; firewall endpoint 0.395 →
 * 288.35; interface endpoint in a zone 0.011 → 8.03; address of a resolver endpoint 0.125 → 91.25. eu-central-1: attachment 0.06 → 43.80.
 * By the month: hosted zone 0.50, key 1, alarm 0.10, dashboard 3, web ACL 5 and 1 a rule, secret 0.40, domain of the DNS firewall 0.0005.
 */
export const sheets: readonly Sheet[] = [
  {
    // Six VPCs at the hub: four services', shared-services' and the egress VPC. Eight services, of 51, 36, 14 and 13 alarms; orders has a secret.
    zone: "sample",
    lines: [
      ["network", "Transit Gateway attachment", 1, 36.5],
      ["network", "Hosted zone", 1, 0.5],
      ["shared-services", "Transit Gateway attachment", 1, 36.5],
      ["orders-dev", "Transit Gateway attachment", 1, 36.5],
      ["orders-prod", "Transit Gateway attachment", 1, 36.5],
      ["payments-dev", "Transit Gateway attachment", 1, 36.5],
      ["payments-prod", "Transit Gateway attachment", 1, 36.5],
      ["fulfilment-dev", "Hosted zone", 1, 0.5],
      ["fulfilment-dev", "KMS key", 1, 1],
      ["fulfilment-dev-fulfilment", "Metric of an alarm", 36, 3.6],
      ["fulfilment-dev-fulfilment", "Dashboard", 1, 3],
      ["fulfilment-prod", "Hosted zone", 1, 0.5],
      ["fulfilment-prod", "KMS key", 1, 1],
      ["fulfilment-prod-fulfilment", "Metric of an alarm", 36, 3.6],
      ["fulfilment-prod-fulfilment", "Dashboard", 1, 3],
      ["notifications-prod", "Hosted zone", 1, 0.5],
      ["notifications-prod", "KMS key", 1, 1],
      ["notifications-prod-notifications", "Metric of an alarm", 14, 1.4],
      ["notifications-prod-notifications", "Dashboard", 1, 3],
      ["orders-dev", "Hosted zone", 1, 0.5],
      ["orders-dev", "KMS key", 1, 1],
      ["orders-dev-orders", "Metric of an alarm", 51, 5.1],
      ["orders-dev-orders", "Dashboard", 1, 3],
      ["orders-dev-orders", "Secret", 1, 0.4],
      ["orders-prod", "Hosted zone", 1, 0.5],
      ["orders-prod", "KMS key", 1, 1],
      ["orders-prod-orders", "Metric of an alarm", 51, 5.1],
      ["orders-prod-orders", "Dashboard", 1, 3],
      ["orders-prod-orders", "Secret", 1, 0.4],
      ["payments-dev", "Hosted zone", 1, 0.5],
      ["payments-dev", "KMS key", 1, 1],
      ["payments-dev-payments", "Metric of an alarm", 36, 3.6],
      ["payments-dev-payments", "Dashboard", 1, 3],
      ["payments-prod", "Hosted zone", 1, 0.5],
      ["payments-prod", "KMS key", 1, 1],
      ["payments-prod-payments", "Metric of an alarm", 36, 3.6],
      ["payments-prod-payments", "Dashboard", 1, 3],
      ["reports-prod", "Hosted zone", 1, 0.5],
      ["reports-prod", "KMS key", 1, 1],
      ["reports-prod-reports", "Metric of an alarm", 13, 1.3],
      ["reports-prod-reports", "Dashboard", 1, 3],
      ["events", "KMS key", 1, 1],
      ["events", "Metric of an alarm", 8, 0.8],
      ["logs", "KMS key", 1, 1],
      ["security", "KMS key", 1, 1],
    ],
    monthlyUsd: 287.4,
  },
  {
    // The management account and three more: one service, on a hub with its egress VPC. Payments without a bus, here and below: 25 alarms, two of
    // its API, three for each of five operations and two for each of four tables.
    zone: "minimal",
    lines: [
      ["network", "Transit Gateway attachment", 1, 36.5],
      ["network", "Hosted zone", 1, 0.5],
      ["shop", "Transit Gateway attachment", 1, 36.5],
      ["shop", "Hosted zone", 1, 0.5],
      ["shop", "KMS key", 1, 1],
      ["shop-payments", "Metric of an alarm", 25, 2.5],
      ["shop-payments", "Dashboard", 1, 3],
      ["logs", "KMS key", 1, 1],
      ["security", "KMS key", 1, 1],
    ],
    monthlyUsd: 82.5,
  },
  {
    // At home in eu-central-1, with a copy of the logs elsewhere: a second key.
    zone: "birch",
    lines: [
      ["network", "Transit Gateway attachment", 1, 43.8],
      ["network", "Hosted zone", 1, 0.5],
      ["shop-live", "Transit Gateway attachment", 1, 43.8],
      ["shop-live", "Hosted zone", 1, 0.5],
      ["shop-live", "KMS key", 1, 1],
      ["shop-live-payments", "Metric of an alarm", 25, 2.5],
      ["shop-live-payments", "Dashboard", 1, 3],
      ["logs", "KMS key", 2, 2],
      ["security", "KMS key", 1, 1],
    ],
    monthlyUsd: 98.1,
  },
  {
    // One NAT gateway, two interface endpoints in two zones, a firewall in two, a VPN with its attachment, two addresses and secret, a Direct
    // Connect, a shared VPC, resolver endpoints both ways in two zones, one blocked domain, alarms on the trail, a web ACL of three rules.
    zone: "everything",
    lines: [
      // The egress, inspection, shared and endpoints VPCs, the VPN and the Direct Connect.
      ["network", "Transit Gateway attachment", 6, 219],
      ["network", "NAT gateway", 1, 35.04],
      // The NAT gateway's, and the two ends of the VPN.
      ["network", "Public IPv4 address", 3, 10.95],
      ["network", "Network Firewall endpoint", 2, 576.7],
      ["network", "VPN connection", 1, 36.5],
      ["network", "Secret of the pre-shared keys", 1, 0.4],
      ["network", "Interface endpoint in a zone", 4, 32.12],
      // The apex, the private zone, and one for each interface endpoint.
      ["network", "Hosted zone", 4, 2],
      ["network", "Address of a resolver endpoint", 4, 365],
      ["network", "Domain of the DNS firewall", 1, 0.0005],
      ["lab", "Transit Gateway attachment", 1, 36.5],
      ["shop-live", "Transit Gateway attachment", 1, 36.5],
      ["shop-live", "Hosted zone", 1, 0.5],
      ["shop-live", "KMS key", 1, 1],
      ["shop-live-payments", "Web ACL", 1, 5],
      ["shop-live-payments", "Rule of a web ACL", 3, 3],
      ["shop-live-payments", "Metric of an alarm", 25, 2.5],
      ["shop-live-payments", "Dashboard", 1, 3],
      ["trail", "Metric of an alarm", 15, 1.5],
      ["trail", "KMS key", 1, 1],
      ["payer", "KMS key", 1, 1],
      ["logs", "KMS key", 1, 1],
      ["security", "KMS key", 1, 1],
    ],
    monthlyUsd: 1371.2105,
  },
  {
    // Hubs in eu-west-1 and eu-central-1. Both sides pay for the peering between them, each at its region's price.
    zone: "two-regions",
    lines: [
      ["network", "Transit Gateway attachment", 1, 36.5],
      ["network", "Hosted zone", 1, 0.5],
      ["core", "Transit Gateway attachment", 1, 36.5],
      ["lab", "Transit Gateway attachment", 1, 36.5],
      ["shop", "Transit Gateway attachment", 1, 36.5],
      ["network-eu-central-1", "Transit Gateway attachment", 2, 80.3],
      ["core-eu-central-1", "Transit Gateway attachment", 1, 43.8],
      ["shop-eu-central-1", "Transit Gateway attachment", 1, 43.8],
      ["logs", "KMS key", 1, 1],
      ["security", "KMS key", 1, 1],
    ],
    monthlyUsd: 316.4,
  },
];
