import type { VpnConnectionConfig } from "@cdktf/provider-aws/lib/vpn-connection";

/**
 * What a tunnel may negotiate. AWS's defaults also let IKEv1, AES-128, SHA-1 and the 1,024-bit group 2 through; groups 22 to 24
 * are of doubtful origin (RFC 8247, section 2.4). "Tunnel options for your AWS Site-to-Site VPN connection", AWS Site-to-Site VPN
 * User Guide.
 */
const ikeVersions = ["ikev2"];
const encryption = ["AES256-GCM-16"];
const integrity = ["SHA2-256", "SHA2-384", "SHA2-512"];
const groups = [14, 15, 16, 17, 18, 19, 20, 21];

/** The same for both tunnels of a connection. */
export const tunnelOptions: Partial<VpnConnectionConfig> = {
  tunnel1IkeVersions: ikeVersions,
  tunnel1Phase1EncryptionAlgorithms: encryption,
  tunnel1Phase1IntegrityAlgorithms: integrity,
  tunnel1Phase1DhGroupNumbers: groups,
  tunnel1Phase2EncryptionAlgorithms: encryption,
  tunnel1Phase2IntegrityAlgorithms: integrity,
  tunnel1Phase2DhGroupNumbers: groups,
  tunnel2IkeVersions: ikeVersions,
  tunnel2Phase1EncryptionAlgorithms: encryption,
  tunnel2Phase1IntegrityAlgorithms: integrity,
  tunnel2Phase1DhGroupNumbers: groups,
  tunnel2Phase2EncryptionAlgorithms: encryption,
  tunnel2Phase2IntegrityAlgorithms: integrity,
  tunnel2Phase2DhGroupNumbers: groups,
};
