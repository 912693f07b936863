import { addressText } from "./address";
import type { Protocol } from "./world/rules";
import type { Attachment } from "./world/hub";
import type { Subnet } from "./world/vpcs";

export interface Packet {
  readonly source: number;
  readonly destination: number;
  readonly sourcePort: number;
  readonly destinationPort: number;
  readonly protocol: Protocol;
}

/** A NAT gateway put its own address in place of the source's. */
export interface Translation {
  readonly nat: string;
  readonly source: number;
}

/** What both directions of one flow share. */
export interface Flow {
  /** Where AWS may choose between zones, which one it takes: counted through by the caller. */
  readonly choice: number;
  /** Of the way there: translations and firewalls in the order they were passed. The way back uses the former up. */
  readonly translations: Translation[];
  readonly firewalls: string[];
  /** Firewalls of the way there, on the way back; undefined on the way there. */
  readonly expected: readonly string[] | undefined;
  /** Zones AWS could have chosen among, at most. */
  choices: number;
}

/** Where a packet is. */
export type Place =
  /** Sent or passed on by something in the subnet. */
  | { readonly at: "subnet"; readonly subnet: Subnet }
  /** At the Transit Gateway, come from the attachment. */
  | { readonly at: "gateway"; readonly attachment: Attachment; readonly zone: string | undefined }
  /** Come in through the VPC's internet gateway. */
  | { readonly at: "internet-gateway"; readonly vpc: string; readonly gateway: string };

/** Where a packet ended. */
export type End =
  | { readonly in: "subnet"; readonly vpc: string; readonly subnet: string }
  | { readonly in: "attachment"; readonly attachment: string }
  | { readonly in: "internet"; readonly vpc: string; readonly gateway: string }
  | { readonly in: "nowhere"; readonly reason: string };

export interface Step {
  readonly hop: string;
  /** The next place, or the end. */
  readonly next: Place | End;
  readonly packet: Packet;
}

export function dropped(packet: Packet, hop: string, reason: string): Step {
  return {
    hop,
    packet,
    next: { in: "nowhere", reason: `${reason}, at ${hop}, for ${addressText(packet.destination)}` },
  };
}
