import type { VpcPlan } from "./vpc-plan";

/** What is attached to the hub, under the name of its attachment. */
export interface AttachedNetwork {
  readonly name: string;
  /** Route domain of a member; `undefined` for the hub's own VPCs. */
  readonly domain: string | undefined;
  /** A VPC's one range, or those on premises; empty while a VPC's is not allocated. */
  readonly ranges: readonly string[];
  /** `undefined` on premises, where Landfall routes nothing. */
  readonly vpc: VpcPlan | undefined;
  /** Ranges that the other side of a Direct Connect is told of; `undefined` where nothing depends on it. */
  readonly told: readonly string[] | undefined;
  /** Of a peering between hubs: its other end, at which what is sent into this one arrives. */
  readonly far?: string;
  /** In a region beyond the home region: there is no way out to the internet and none to interface endpoints. */
  readonly isElsewhere?: true;
}
