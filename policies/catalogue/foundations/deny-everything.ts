import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

export const denyEverything: Guardrail = {
  name: "deny-everything",
  group: "foundations",
  kind: "scp",
  intent: "A suspended account does nothing until the platform team takes it back or closes it.",
  suggested: "suspended",
  exemptions: "platform",
  statements: (context) => [
    { Sid: "DenyEverything", Effect: "Deny", Action: "*", Resource: "*", Condition: unlessExempt(context) },
  ],
  claims: (context) => [
    {
      id: "nothing-happens",
      sentence: "Nobody but the exempt roles can do anything.",
      denied: { actions: ["*"], unless: [byExempt(context)] },
    },
  ],
};
