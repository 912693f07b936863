import type { Guardrail } from "../guardrail";
import { actionsOf, globalRegion } from "./global-services";

export const allowedRegions: Guardrail = {
  name: "allowed-regions",
  intent: "Nothing runs outside the zone's allowed regions; services without a region stay usable.",
  statements: (zone) => [
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
};
