import type { Guardrail } from "../../guardrail";

/** Organizations User Guide, "General examples: Prevent member accounts from leaving the organization". */
export const denyLeavingOrganization: Guardrail = {
  name: "deny-leaving-organization",
  group: "foundations",
  kind: "scp",
  intent: "No account can leave the organisation and with it every other guardrail.",
  suggested: "root",
  exemptions: "nobody",
  statements: () => [
    { Sid: "DenyLeavingOrganization", Effect: "Deny", Action: "organizations:LeaveOrganization", Resource: "*" },
  ],
  claims: () => [
    {
      id: "stays-in-the-organization",
      sentence: "Nobody can take the account out of the organisation, whatever the context.",
      denied: { actions: ["organizations:LeaveOrganization"] },
    },
  ],
};
