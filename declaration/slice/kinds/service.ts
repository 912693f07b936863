import { busMembers, centerOfEvents, joins } from "../../events";
import { blankLogs } from "../blank-security";
import { blankAccount, blankService, blankZone, named } from "../blank";
import type { LandingZone } from "../../model";
import type { StackSpec } from "../../stacks";
import type { Reads } from "../reads";

/** Of the zone nothing but where its logs go, where the central bus is, and which services are on its bus, if it has them: a service knows its own account. */
export function serviceReads(zone: LandingZone, { account }: StackSpec): Reads {
  const { contacts, service } = account;
  const operations = contacts.operations && { name: "", phone: "", title: "", email: contacts.operations.email };
  const { apiAccessLogs } = zone.logs;
  const firewallLogs = service?.settings.firewallLogs === true;
  const archive = firewallLogs || apiAccessLogs ? zone.foundation["log-archive"] : undefined;
  const center = joins(account) ? centerOfEvents(zone) : undefined;
  const peers = joins(account)
    ? busMembers(zone).filter((other) => other.name !== account.name && other.service?.eventBus === service?.eventBus)
    : [];
  return {
    zone: {
      foundation: {
        ...blankZone.foundation,
        ...(archive ? { "log-archive": named(archive) } : {}),
        ...(center ? { "shared-services": named(center) } : {}),
      },
      ...(firewallLogs ? { organization: { ...blankZone.organization, name: zone.organization.name } } : {}),
      accounts: peers.map((peer) => ({
        ...blankAccount,
        name: peer.name,
        service: peer.service && { ...blankService, name: peer.service.name, eventBus: peer.service.eventBus },
      })),
      logs: { ...blankLogs, apiAccessLogs, webAclLogs: firewallLogs && zone.logs.webAclLogs },
    },
    account: { contacts: { operations }, service: service && { ...service, repository: undefined } },
    ids: [
      `hosted-zone/${account.name}`,
      ...(account.network && service?.settings.databases === true ? [`vpc/${account.name}` as const] : []),
      ...[archive, center, ...peers].flatMap((other) => (other ? [`account/${other.name}` as const] : [])),
    ],
  };
}
