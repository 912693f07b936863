import { blankLogs } from "../blank-security";
import { blankZone, named } from "../blank";
import type { LandingZone } from "../../model";
import type { StackSpec } from "../../stacks";
import type { Reads } from "../reads";

/** Of the zone nothing but where a firewall logs to, if it does: a service knows its own account. */
export function serviceReads(zone: LandingZone, { account }: StackSpec): Reads {
  const { contacts, service } = account;
  const operations = contacts.operations && { name: "", phone: "", title: "", email: contacts.operations.email };
  const archive = zone.foundation["log-archive"];
  const logs = service?.settings.firewallLogs === true;
  return {
    zone: logs
      ? {
          organization: { ...blankZone.organization, name: zone.organization.name },
          foundation: { ...blankZone.foundation, "log-archive": named(archive) },
          logs: { ...blankLogs, webAclLogs: zone.logs.webAclLogs },
        }
      : {},
    account: { contacts: { operations }, service: service && { ...service, repository: undefined } },
    ids: [`hosted-zone/${account.name}`, ...(logs ? [`account/${archive.name}` as const] : [])],
  };
}
