import { Route53Record } from "@cdktf/provider-aws/lib/route53-record";
import { Sesv2ConfigurationSet } from "@cdktf/provider-aws/lib/sesv2-configuration-set";
import { Sesv2ConfigurationSetEventDestination } from "@cdktf/provider-aws/lib/sesv2-configuration-set-event-destination";
import { Sesv2EmailIdentity } from "@cdktf/provider-aws/lib/sesv2-email-identity";
import type { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { Fn, type TerraformStack, Token } from "cdktf";
import { resource } from "../../stack/resource";
import type { Placement } from "../microservice/placement";
import { dkimDomain } from "./dkim-domain";
import { configurationSetName } from "./names";

/** What tells that a mail did not reach anybody, or was unwelcome (SES API v2 Reference, "EventDestination", MatchingEventTypes). */
const tellsOwner = ["BOUNCE", "COMPLAINT", "REJECT", "RENDERING_FAILURE"];

/** Easy DKIM has three tokens, so that SES can change keys (SES Developer Guide, "Easy DKIM in Amazon SES"). */
const tokens = [0, 1, 2] as const;

/**
 * The sender of a service's mails: its own domain as an identity that SES signs for, proved by records in its own zone, and a configuration set under
 * which mails leave over TLS or not at all, and what comes back goes to the owner. Everything is at `<type>.email`.
 *
 * @param topic the owner's; its policy and key let SES publish
 */
export function addEmail(stack: TerraformStack, placement: Placement, service: string, topic: SnsTopic): void {
  const { domainName, hostedZoneId, region } = placement;
  const settings = resource(stack, Sesv2ConfigurationSet, "email", {
    configurationSetName: configurationSetName(service),
    deliveryOptions: { tlsPolicy: "REQUIRE" },
    reputationOptions: { reputationMetricsEnabled: true },
    sendingOptions: { sendingEnabled: true },
    // Who bounced or complained is not written to again, which would cost the account its right to send.
    suppressionOptions: { suppressedReasons: ["BOUNCE", "COMPLAINT"] },
  });
  resource(stack, Sesv2ConfigurationSetEventDestination, "email", {
    configurationSetName: settings.configurationSetName,
    eventDestinationName: "owner",
    eventDestination: { enabled: true, matchingEventTypes: tellsOwner, snsDestination: { topicArn: topic.arn } },
  });
  const identity = resource(stack, Sesv2EmailIdentity, "email", {
    emailIdentity: domainName,
    // A mail that names no configuration set leaves under this one too.
    configurationSetName: settings.configurationSetName,
    dkimSigningAttributes: { nextSigningKeyLength: "RSA_2048_BIT" },
  });
  for (const at of tokens) {
    const token = Token.asString(Fn.element(identity.dkimSigningAttributes.tokens, at));
    resource(stack, Route53Record, `dkim-${at + 1}`, {
      zoneId: hostedZoneId,
      name: `${token}._domainkey.${domainName}`,
      type: "CNAME",
      ttl: 1800,
      records: [`${token}.${dkimDomain(region)}`],
    });
  }
  // Nothing but what SES signs comes from this domain, so that others may refuse the rest (RFC 7489, section 6.3).
  resource(stack, Route53Record, "dmarc", {
    zoneId: hostedZoneId,
    name: `_dmarc.${domainName}`,
    type: "TXT",
    ttl: 1800,
    records: ["v=DMARC1; p=reject; adkim=s"],
  });
}
