import { centerOfEvents, joins } from "../../events";
import { blankLogs } from "../blank-security";
import { blankZone, named } from "../blank";
import type { LandingZone } from "../../model";
import type { StackSpec } from "../../stacks";
import type { Reads } from "../reads";

/** Of the zone nothing but where a firewall logs to and where the central bus is, if it has them: a service knows its own account. */
export function serviceReads(zone: LandingZone, { account }: StackSpec): Reads {
  const { contacts, service } = account;
  const operations = contacts.operations && { name: "", phone: "", title: "", email: contacts.operations.email };
  const archive = service?.settings.firewallLogs === true ? zone.foundation["log-archive"] : undefined;
  const center = joins(account) ? centerOfEvents(zone) : undefined;
  return {
    zone: {
      foundation: {
        ...blankZone.foundation,
        ...(archive ? { "log-archive": named(archive) } : {}),
        ...(center ? { "shared-services": named(center) } : {}),
      },
      ...(archive
        ? {
            organization: { ...blankZone.organization, name: zone.organization.name },
            logs: { ...blankLogs, webAclLogs: zone.logs.webAclLogs },
          }
        : {}),
    },
    account: { contacts: { operations }, service: service && { ...service, repository: undefined } },
    ids: [
      `hosted-zone/${account.name}`,
      ...[archive, center].flatMap((other) => (other ? [`account/${other.name}` as const] : [])),
    ],
  };
}
