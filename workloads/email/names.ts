import { arn, type Placement } from "../microservice/placement";

/** The configuration set of a service's mails. */
export function configurationSetName(service: string): string {
  return service;
}

/** @param from what is before the @ */
export function senderAddress({ domainName }: Placement, from: string): string {
  return `${from}@${domainName}`;
}

/** A domain is its own name as an identity of SES. */
export function identityArn(placement: Placement): string {
  return arn(placement, "ses", `identity/${placement.domainName}`);
}

export function configurationSetArn(placement: Placement, service: string): string {
  return arn(placement, "ses", `configuration-set/${configurationSetName(service)}`);
}
