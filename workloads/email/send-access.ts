import type { Placement } from "../microservice/placement";
import type { Statement } from "../microservice/statement";
import { configurationSetArn, configurationSetName, identityArn, senderAddress } from "./names";
import { emailVariables } from "./variables";

/**
 * What the role of a function that sends mails may do: from the service's one address, under its configuration set. SES asks for the action on both
 * (Service Authorization Reference, "Actions defined by Amazon Simple Email Service v2", SendEmail).
 */
export function sendStatement(placement: Placement, service: string, from: string): Statement {
  return {
    Sid: "SendEmail",
    Effect: "Allow",
    Action: ["ses:SendEmail"],
    Resource: [identityArn(placement), configurationSetArn(placement, service)],
    Condition: { StringEquals: { "ses:FromAddress": senderAddress(placement, from) } },
  };
}

/** What its environment says. */
export function sendEnvironment(placement: Placement, service: string, from: string): Readonly<Record<string, string>> {
  return {
    [emailVariables.from]: senderAddress(placement, from),
    [emailVariables.configurationSet]: configurationSetName(service),
  };
}
