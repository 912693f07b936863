import type { Guardrail } from "../guardrail";

export const denyLeavingOrganization: Guardrail = {
  name: "deny-leaving-organization",
  intent: "No account can leave the organisation and with it every other guardrail.",
  statements: () => [
    { Sid: "DenyLeavingOrganization", Effect: "Deny", Action: "organizations:LeaveOrganization", Resource: "*" },
  ],
};
