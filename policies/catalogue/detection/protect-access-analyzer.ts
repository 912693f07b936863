import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** IAM User Guide, "Using IAM Access Analyzer"; "Archive rules". */
export const protectAccessAnalyzer: Guardrail = {
  name: "protect-access-analyzer",
  group: "detection",
  kind: "scp",
  intent: "Access Analyzer goes on finding what is open to others, and nobody archives it away.",
  suggested: "root",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "ProtectAccessAnalyzer",
      Effect: "Deny",
      Action: [
        "access-analyzer:CreateArchiveRule",
        "access-analyzer:DeleteAnalyzer",
        "access-analyzer:DeleteServiceLinkedAnalyzer",
        "access-analyzer:UpdateAnalyzer",
        "access-analyzer:UpdateArchiveRule",
        "access-analyzer:UpdateFindings",
      ],
      Resource: "*",
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "analyzers-stay",
      sentence: "Nobody but the exempt roles can delete or change an analyzer.",
      denied: {
        actions: [
          "access-analyzer:DeleteAnalyzer",
          "access-analyzer:DeleteServiceLinkedAnalyzer",
          "access-analyzer:UpdateAnalyzer",
        ],
        unless: [byExempt(context)],
      },
    },
    {
      id: "open-access-is-not-hidden",
      sentence: "Nobody but the exempt roles can archive what Access Analyzer finds.",
      denied: {
        actions: [
          "access-analyzer:UpdateFindings",
          "access-analyzer:CreateArchiveRule",
          "access-analyzer:UpdateArchiveRule",
        ],
        unless: [byExempt(context)],
      },
    },
  ],
};
