import { CustomerGateway } from "@cdktf/provider-aws/lib/customer-gateway";
import type { Ec2TransitGateway } from "@cdktf/provider-aws/lib/ec2-transit-gateway";
import { VpnConnection } from "@cdktf/provider-aws/lib/vpn-connection";
import type { TerraformStack } from "cdktf";
import type { IdKey } from "../../declaration/ids";
import type { LandingZone, Vpn } from "../../declaration/model";
import { resource } from "../../stack/resource";
import { tunnelOptions } from "./tunnel-options";

const type = "ipsec.1";

/** ASNs above go in another member of the API (Amazon EC2 API Reference, CreateCustomerGateway). */
const largestSignedAsn = 2_147_483_647;

/**
 * `aws_customer_gateway.<name>` and `aws_vpn_connection.<name>`: two tunnels between the hub and an address on premises. Which ranges
 * are there is declared and written into the hub's tables by `routing`, so nothing is learnt from the other side by BGP.
 *
 * The keys of the tunnels are made by AWS and kept in AWS Secrets Manager, in the network account, where whoever sets up the other side
 * reads them; Terraform's state and the recorded ids hold none ("Enhanced security features using Secrets Manager", AWS Site-to-Site
 * VPN User Guide).
 */
export function addVpns(
  stack: TerraformStack,
  zone: LandingZone,
  hub: Ec2TransitGateway,
): Partial<Record<IdKey, string>> {
  const ids = zone.network.vpns.map((vpn): readonly [IdKey, string] => [
    `hub-attachment/${vpn.name}`,
    addVpn(stack, hub, vpn).transitGatewayAttachmentId,
  ]);
  return Object.fromEntries(ids);
}

function addVpn(stack: TerraformStack, hub: Ec2TransitGateway, { name, address, asn }: Vpn): VpnConnection {
  const gateway = resource(stack, CustomerGateway, name, {
    type,
    ipAddress: address,
    ...(asn > largestSignedAsn ? { bgpAsnExtended: String(asn) } : { bgpAsn: String(asn) }),
    tags: { Name: name },
  });
  return resource(stack, VpnConnection, name, {
    type,
    customerGatewayId: gateway.id,
    transitGatewayId: hub.id,
    staticRoutesOnly: true,
    presharedKeyStorage: "SecretsManager",
    ...tunnelOptions,
    tags: { Name: name },
  });
}
