import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { recordAddresses } from "../../../declaration/record-addresses";

const minimal = resolve(__dirname, "../../zones/minimal");

/** Fields of `network` that turn on a network of the hub each. */
export const everything = `
  transitGateway: { flowLogs: true }
  ipam: true
  sharedVpcs:
    commons: { domain: live, prefixLength: 25 }
    lab: { domain: test, prefixLength: 25 }
  vpns:
    office: { domain: test, ranges: [192.168.0.0/16, 172.20.0.0/16], address: 192.0.2.10 }
    plant: { domain: test, ranges: [172.21.0.0/16], address: 192.0.2.11, asn: 4200000001 }
  directConnects:
    cage: { domain: test, ranges: [172.22.0.0/16], amazonSideAsn: 64550 }`;

/** Writes the minimal zone, its one workload in a shared VPC, with such networks, and their ranges allocated. */
export function writeZone(directory: string, networks: string): void {
  rmSync(directory, { recursive: true, force: true });
  cpSync(minimal, directory, { recursive: true });
  edit(directory, "landing-zone.yaml", (text) => text.replace("  domains:\n", `${networks.slice(1)}\n  domains:\n`));
  edit(directory, "accounts/shop.yaml", (text) =>
    text
      .replace(/^network:.*$/m, networks.includes("commons") ? "sharedVpc: commons" : "")
      .replace(/^service:\n.*\n.*\n/m, ""),
  );
  recordAddresses(directory);
}

function edit(directory: string, file: string, change: (text: string) => string): void {
  const path = join(directory, file);
  writeFileSync(path, change(readFileSync(path, "utf8")));
}
