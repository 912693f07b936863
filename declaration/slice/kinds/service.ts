import { centerOfEvents, joins } from "../../events";
import { blankZone, named } from "../blank";
import type { LandingZone } from "../../model";
import type { StackSpec } from "../../stacks";
import type { Reads } from "../reads";

/** Of the zone nothing, or where the central bus is: a service knows its own account. */
export function serviceReads(zone: LandingZone, { account }: StackSpec): Reads {
  const { contacts, service } = account;
  const operations = contacts.operations && { name: "", phone: "", title: "", email: contacts.operations.email };
  const center = joins(account) ? centerOfEvents(zone) : undefined;
  return {
    zone: center ? { foundation: { ...blankZone.foundation, "shared-services": named(center) } } : {},
    account: { contacts: { operations }, service: service && { ...service, repository: undefined } },
    ids: [`hosted-zone/${account.name}`, ...(center ? ([`account/${center.name}`] as const) : [])],
  };
}
