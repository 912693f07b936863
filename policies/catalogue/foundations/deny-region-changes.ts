import { butDeclared, byDeclared, nobody } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/**
 * Account Management Reference Guide, "Enable or disable AWS Regions in your account"; Control Tower Controls
 * Reference, region opt-in.
 */
export const denyRegionChanges: Guardrail = {
  name: "deny-region-changes",
  group: "foundations",
  kind: "scp",
  intent: "No account opens a region that nobody watches, or closes one that is in use.",
  suggested: "root",
  exemptions: "declared",
  statements: (context) => [
    {
      Sid: "DenyRegionChanges",
      Effect: "Deny",
      Action: ["account:DisableRegion", "account:EnableRegion"],
      Resource: "*",
      ...butDeclared(context),
    },
  ],
  claims: (context) => [
    {
      id: "no-region-opened",
      sentence: `${nobody(context)} can enable a region for the account.`,
      denied: { actions: ["account:EnableRegion"], unless: byDeclared(context) },
    },
    {
      id: "no-region-closed",
      sentence: `${nobody(context)} can disable a region for the account.`,
      denied: { actions: ["account:DisableRegion"], unless: byDeclared(context) },
    },
  ],
};
