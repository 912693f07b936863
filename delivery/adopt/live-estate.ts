import type { LiveGovernance } from "../../live/live-governance";
import type { LiveOrganization } from "../../live/live-tree";

/** Everything adoption reads of an organisation. */
export interface LiveEstate {
  readonly organization: LiveOrganization;
  readonly governance: LiveGovernance;
}

/** Something of the organisation that the zone declares foreign, or leaves out, and why. */
export interface LeftAlone {
  readonly kind: "organizational unit" | "account" | "policy" | "StackSet";
  readonly id: string;
  readonly name: string;
  readonly reason: string;
}
