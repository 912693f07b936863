import { centerOfEvents, joins } from "../../events";
import { blankLogs } from "../blank-security";
import { blankZone, named } from "../blank";
import type { LandingZone } from "../../model";
import type { StackSpec } from "../../stacks";
import type { Reads } from "../reads";

/** Of the zone nothing but where its logs go and where the central bus is, if it has them: a service knows its own account. */
export function serviceReads(zone: LandingZone, { account }: StackSpec): Reads {
  const { contacts, service } = account;
  const operations = contacts.operations && { name: "", phone: "", title: "", email: contacts.operations.email };
  const { apiAccessLogs } = zone.logs;
  const firewallLogs = service?.settings.firewallLogs === true;
  const archive = firewallLogs || apiAccessLogs ? zone.foundation["log-archive"] : undefined;
  const center = joins(account) ? centerOfEvents(zone) : undefined;
  return {
    zone: {
      foundation: {
        ...blankZone.foundation,
        ...(archive ? { "log-archive": named(archive) } : {}),
        ...(center ? { "shared-services": named(center) } : {}),
      },
      ...(firewallLogs ? { organization: { ...blankZone.organization, name: zone.organization.name } } : {}),
      logs: { ...blankLogs, apiAccessLogs, webAclLogs: firewallLogs && zone.logs.webAclLogs },
    },
    account: { contacts: { operations }, service: service && { ...service, repository: undefined } },
    ids: [
      `hosted-zone/${account.name}`,
      ...(account.network && service?.settings.databases === true ? [`vpc/${account.name}` as const] : []),
      ...[archive, center].flatMap((other) => (other ? [`account/${other.name}` as const] : [])),
    ],
  };
}
