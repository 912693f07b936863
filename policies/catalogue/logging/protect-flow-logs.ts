import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** Organizations User Guide, "Example SCPs for Amazon VPC": users cannot delete flow logs. */
export const protectFlowLogs: Guardrail = {
  name: "protect-flow-logs",
  group: "logging",
  kind: "scp",
  intent: "The flow logs of every network stay.",
  suggested: "root",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "ProtectFlowLogs",
      Effect: "Deny",
      Action: "ec2:DeleteFlowLogs",
      Resource: "*",
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "flow-logs-stay",
      sentence: "Nobody but the exempt roles can delete a flow log.",
      denied: { actions: ["ec2:DeleteFlowLogs"], unless: [byExempt(context)] },
    },
  ],
};
