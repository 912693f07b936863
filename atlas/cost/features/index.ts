import { detectionFeatureCosts } from "./detection";
import type { FeatureCost } from "./feature-cost";
import { networkFeatureCosts } from "./network";
import { organizationFeatureCosts } from "./organization";

/** Every feature that costs something, by being there or by use. The others cost nothing. */
export const featureCosts: readonly FeatureCost[] = [
  ...networkFeatureCosts,
  ...organizationFeatureCosts,
  ...detectionFeatureCosts,
];

/** What stacks build that is no feature of docs/features.md. */
const otherParts: Readonly<Record<string, string>> = {
  account: "Accounts: what their services need",
  events: "Central event buses",
  service: "Services",
};

/**
 * The feature that a resource is of.
 * @param kind of the stack @param address `TYPE.NAME` @param attributes the zones of interface endpoints and the private zone are told apart by their comment
 */
export function featureOf(kind: string, address: string, attributes: Readonly<Record<string, unknown>>): string {
  if (kind === "network" && attributes["comment"] === privateZoneComment)
    return "A private zone that every VPC resolves";
  const key = `${kind} ${address}`;
  const found = featureCosts.find(({ matches }) => matches.some((pattern) => pattern.test(key)));
  return found?.feature ?? otherParts[kind] ?? `Other parts of ${kind} stacks`;
}

/** As network/dns/organization-zone.ts writes it. */
const privateZoneComment = "Private zone of the organization";
