import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** Route 53 Developer Guide, "Resolver query logging" and "Public DNS query logging". */
export const protectDnsQueryLogs: Guardrail = {
  name: "protect-dns-query-logs",
  group: "logging",
  kind: "scp",
  intent: "Queries of names go on being logged where they are.",
  suggested: "root",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "ProtectDnsQueryLogs",
      Effect: "Deny",
      Action: [
        "route53:DeleteQueryLoggingConfig",
        "route53resolver:DeleteResolverQueryLogConfig",
        "route53resolver:DisassociateResolverQueryLogConfig",
      ],
      Resource: "*",
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "vpc-queries-are-logged",
      sentence: "Nobody but the exempt roles can stop the logging of a VPC's queries.",
      denied: {
        actions: ["route53resolver:DisassociateResolverQueryLogConfig", "route53resolver:DeleteResolverQueryLogConfig"],
        unless: [byExempt(context)],
      },
    },
    {
      id: "zone-queries-are-logged",
      sentence: "Nobody but the exempt roles can stop the logging of a hosted zone's queries.",
      denied: { actions: ["route53:DeleteQueryLoggingConfig"], unless: [byExempt(context)] },
    },
  ],
};
