import type { StackKind } from "../../declaration/stacks";

/**
 * Resource types by which stacks that are no account's own hold something of an account that goes when the account is suspended. Their names
 * are the account's, alone or before a separator that no account's name has: `orders-dev`, `orders-dev--prod`, `orders-dev_team_reader`.
 */
const types: Partial<Record<StackKind, readonly string[]>> = {
  org: ["aws_budgets_budget"],
  identity: ["aws_ssoadmin_account_assignment"],
  network: ["aws_ram_principal_association", "aws_vpc_ipam_pool_cidr"],
  routing: [
    "aws_ec2_transit_gateway_route_table_association",
    "aws_ec2_transit_gateway_route_table_propagation",
    "aws_ec2_transit_gateway_route",
    "aws_route53_record",
    "aws_route53_vpc_association_authorization",
  ],
  "routing-region": [
    "aws_ec2_transit_gateway_route_table_association",
    "aws_ec2_transit_gateway_route_table_propagation",
    "aws_ec2_transit_gateway_route",
  ],
};

/** The addresses of a shared stack's state that go when the account is suspended. */
export function heldFor(account: string, kind: StackKind, addresses: readonly string[]): readonly string[] {
  return addresses.filter((address) => {
    const [type = "", name = ""] = address.split(".");
    return (
      types[kind]?.includes(type) &&
      (name === account || (/^(--|_)/.test(name.slice(account.length)) && name.startsWith(account)))
    );
  });
}

/** Address of the account itself in the state of `org`. */
export function accountAddress(account: string): string {
  return `aws_organizations_account.${account}`;
}
