import type { Guardrail } from "../../guardrail";
import { actionsOf, globalRegion } from "./global-services";

/** Organizations User Guide, "General examples: Deny access to AWS based on the requested AWS Region". */
export const allowedRegions: Guardrail = {
  name: "allowed-regions",
  group: "foundations",
  kind: "scp",
  intent: "Nothing runs outside the zone's allowed regions; services without a region stay usable.",
  suggested: "workloads",
  exemptions: "nobody",
  statements: ({ zone }) => [
    {
      Sid: "DenyOtherRegions",
      Effect: "Deny",
      NotAction: [...actionsOf("global"), ...actionsOf("global-region")].sort(),
      Resource: "*",
      Condition: { StringNotEquals: { "aws:RequestedRegion": [...zone.regions.allowed].sort() } },
    },
    {
      Sid: "DenyOtherRegionsButGlobal",
      Effect: "Deny",
      Action: [...actionsOf("global-region")].sort(),
      Resource: "*",
      Condition: {
        StringNotEquals: {
          "aws:RequestedRegion": [...new Set([...zone.regions.allowed, globalRegion(zone.partition)])].sort(),
        },
      },
    },
  ],
  claims: ({ zone }) => [
    {
      id: "allowed-regions-only",
      sentence: "No request outside the allowed regions succeeds, but for global services and those that serve them.",
      denied: {
        actions: ["*"],
        butActions: [...actionsOf("global"), ...actionsOf("global-region")],
        unless: [{ StringEquals: { "aws:RequestedRegion": zone.regions.allowed } }],
      },
    },
    {
      id: "global-region-for-few",
      sentence: "Services that serve global ones work in the allowed regions and the global region only.",
      denied: {
        actions: actionsOf("global-region"),
        unless: [
          { StringEquals: { "aws:RequestedRegion": zone.regions.allowed } },
          { StringEquals: { "aws:RequestedRegion": globalRegion(zone.partition) } },
        ],
      },
    },
  ],
};
