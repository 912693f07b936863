import type { PolicyStatement } from "../../../stack/policy-document";
import type { AccountArns } from "../arns";
import { ruleActions } from "./events";

/** The service's rules on the account's default bus: those that call its consumers by the clock. The queues that they fill are queues like any other. */
export function schedulePermissions(arns: AccountArns, service: string): readonly PolicyStatement[] {
  return [
    {
      Sid: "Schedules",
      Effect: "Allow",
      Action: ruleActions,
      Resource: arns("events", `rule/${service}-*`),
    },
  ];
}
