import type { LandingZone } from "../../model";
import type { StackSpec } from "../../stacks";
import type { Reads } from "../reads";

/** Of the zone nothing: a service knows its own account. */
export function serviceReads(_zone: LandingZone, { account }: StackSpec): Reads {
  const { contacts, service } = account;
  const operations = contacts.operations && { name: "", phone: "", title: "", email: contacts.operations.email };
  return {
    zone: {},
    account: { contacts: { operations }, service: service && { ...service, repository: undefined } },
    ids: [`hosted-zone/${account.name}`],
  };
}
