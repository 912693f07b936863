import { byHand, type Check, ok, type Outcome } from "../check";

/** What cost management wants to have seen first, which only its console shows. */
export const costs: Check = {
  id: "costs",
  asksAws: false,
  look: ({ zone: { costs: declared } }) => {
    const steps: Outcome[] = [];
    if (declared.anomalies)
      steps.push(
        byHand(
          "AWS allows one anomaly monitor of all services, and may have made one itself",
          'If Cost Anomaly Detection shows "Default-Services-Monitor": delete it, or write its ARN into the zone\'s imports.json as "costs": {"aws_ce_anomaly_monitor.services": "<ARN>"}.',
        ),
      );
    if (declared.allocationTags.length > 0)
      steps.push(
        byHand(
          `AWS activates ${declared.allocationTags.join(", ")} for costs only after it has seen the tag`,
          "Deploy `costs` a day after the first resource has the tags.",
        ),
      );
    return Promise.resolve(steps.length > 0 ? steps : [ok("nothing is declared that needs a look first")]);
  },
};
