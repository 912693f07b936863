import type { NetworkPlan } from "../../../network/plan/network-plan";
import type { Change } from "../difference/change";
import type { ZoneMap } from "../model/zone-map";

/** What the page is given. */
export interface PageData {
  /** With what a change removes, when it compares. */
  readonly map: ZoneMap;
  /** What a change does; nothing when there is nothing to compare with. */
  readonly changes: readonly Change[];
  /** Every table and rule of the network as it will be, which the page walks itself. */
  readonly plan: PackedPlan;
}

type PlannedNetwork = NetworkPlan["networks"][number];
type PlannedVpc = NonNullable<PlannedNetwork["vpc"]>;

/** A plan whose VPCs name the tables and rules that they share by number: most of 300 spokes have the same. */
export type PackedPlan = Omit<NetworkPlan, "networks"> & {
  readonly networks: readonly (Omit<PlannedNetwork, "vpc"> & { readonly vpc: PackedVpc | null })[];
  readonly shared: readonly Pick<PlannedVpc, "tables" | "networkAcl">[];
};

type PackedVpc = Omit<PlannedVpc, "tables" | "networkAcl"> & { readonly shared: number };
