import { byExempt, unlessExempt } from "../../exempt-role";
import type { Guardrail } from "../../guardrail";

/** CloudTrail User Guide, "Working with AWS CloudTrail Lake": termination protection and ingestion. */
export const protectEventDataStores: Guardrail = {
  name: "protect-event-data-stores",
  group: "logging",
  kind: "scp",
  intent: "Event data stores of CloudTrail Lake keep what they hold and go on ingesting.",
  suggested: "root",
  exemptions: "platform",
  statements: (context) => [
    {
      Sid: "ProtectEventDataStores",
      Effect: "Deny",
      Action: [
        "cloudtrail:DeleteChannel",
        "cloudtrail:DeleteEventDataStore",
        "cloudtrail:DisableFederation",
        "cloudtrail:StopEventDataStoreIngestion",
        "cloudtrail:UpdateChannel",
        "cloudtrail:UpdateEventDataStore",
      ],
      Resource: "*",
      Condition: unlessExempt(context),
    },
  ],
  claims: (context) => [
    {
      id: "event-data-stays",
      sentence:
        "Nobody but the exempt roles can delete an event data store, shorten what it keeps or stop what it takes in.",
      denied: {
        actions: [
          "cloudtrail:DeleteEventDataStore",
          "cloudtrail:UpdateEventDataStore",
          "cloudtrail:StopEventDataStoreIngestion",
        ],
        unless: [byExempt(context)],
      },
    },
    {
      id: "event-sources-stay",
      sentence:
        "Nobody but the exempt roles can cut an event data store from where its events come from or are queried.",
      denied: {
        actions: ["cloudtrail:DeleteChannel", "cloudtrail:UpdateChannel", "cloudtrail:DisableFederation"],
        unless: [byExempt(context)],
      },
    },
  ],
};
