import { unlessExempt } from "../exempt-role";
import type { Guardrail } from "../guardrail";

export const denyEverything: Guardrail = {
  name: "deny-everything",
  intent: "A suspended account does nothing until the platform team takes it back or closes it.",
  statements: (zone) => [
    { Sid: "DenyEverything", Effect: "Deny", Action: "*", Resource: "*", Condition: unlessExempt(zone) },
  ],
};
