import { blankAccount, blankService, blankZone, named } from "../blank";
import { blankLogs } from "../blank-security";
import { byName } from "../by-name";
import type { Account, AccountNetwork, LandingZone } from "../../model";
import { atRoot, quarantineKeys } from "../../quarantine";
import { resolutionKeys } from "../../resolution-keys";
import { rootPath } from "../../root-path";
import { centerOfEvents, joins } from "../../events";
import type { StackSpec } from "../../stacks";
import type { Reads } from "../reads";
import { resolutionOf } from "./dns";

/** The baseline, and what a spoke and a service add to it. */
export function accountReads(zone: LandingZone, { account }: StackSpec): Reads {
  const { network, service } = account;
  const logArchive = named(zone.foundation["log-archive"]);
  const { management } = zone.foundation;
  const { response } = zone.security;
  const tooling = named(zone.foundation["security-tooling"]);
  const audit = zone.baseline.auditorRole ? zone.foundation.audit : undefined;
  const isPlanned = zone.pipeline !== undefined && account.name !== management.name;
  const { domainName, name, repository, eventBus } = service ?? blankService;
  const center = joins(account) ? centerOfEvents(zone) : undefined;
  const isManagement = account.name === management.name;
  const { breakGlass } = zone.identity;
  return {
    zone: {
      organization: {
        ...blankZone.organization,
        name: zone.organization.name,
        quarantineNewAccounts: isManagement && zone.organization.quarantineNewAccounts,
      },
      identity: {
        ...blankZone.identity,
        // Whom an alarm tells is management's alone.
        breakGlass: breakGlass && {
          ...breakGlass,
          alertEmail: isManagement ? breakGlass.alertEmail : "",
          users: [...breakGlass.users].sort(),
          managedPolicies: [...breakGlass.managedPolicies].sort(),
        },
      },
      foundation: {
        ...blankZone.foundation,
        "log-archive": logArchive,
        ...(network ? { network: hub(zone, account) } : {}),
        ...(isPlanned || response || breakGlass || (isManagement && zone.organization.quarantineNewAccounts)
          ? { management: named(management) }
          : {}),
        ...(response ? { "security-tooling": tooling } : {}),
        ...(audit ? { audit: named(audit) } : {}),
        ...(center ? { "shared-services": named(center) } : {}),
      },
      ...(isManagement && zone.organization.quarantineNewAccounts ? { accounts: staying(zone) } : {}),
      ...(response ? { security: { ...blankZone.security, response: { quarantineUnit: "" } } } : {}),
      ...(service ? { logs: { ...blankLogs, apiAccessLogs: zone.logs.apiAccessLogs } } : {}),
      baseline: zone.baseline,
      pipeline: isPlanned ? somePipeline : undefined,
      ...(network ? { network: around(zone, network), dns: resolutionOf(zone) } : {}),
    },
    account: {
      network: network && { domain: ownDomain, prefixLength: 0, cidr: network.cidr },
      service: service && {
        ...blankService,
        settings: { ...blankService.settings, databases: network !== undefined && service.settings.databases },
        name,
        domainName,
        repository,
        ...(center ? { eventBus } : {}),
      },
    },
    ids: [
      `account/${logArchive.name}`,
      "kms-key/logs",
      ...(network ? (["organization", "transit-gateway"] as const) : []),
      ...(center ? (["organization"] as const) : []),
      ...(network ? resolutionKeys(zone) : []),
      ...(isPlanned || breakGlass ? ([`account/${management.name}`] as const) : []),
      ...(isManagement ? quarantineKeys(zone) : []),
      ...(response ? ([`account/${tooling.name}`] as const) : []),
      ...(response && isManagement ? (["organization"] as const) : []),
      ...(audit ? ([`account/${audit.name}`] as const) : []),
      ...(center ? ([`account/${center.name}`] as const) : []),
    ],
  };
}

/** The accounts that belong at the root, which the quarantine leaves there. */
function staying(zone: LandingZone): readonly Account[] {
  return atRoot(zone).map((name) => ({ ...blankAccount, name, organizationalUnit: rootPath }));
}

/** A spoke knows its domain by the way to the internet alone: a move to a domain that has the same changes only `routing`. */
export const ownDomain = "own";

/** Which domains its networks on premises are in makes no difference to a spoke, as long as its own talks to them. */
const onPremises = "on-premises";

/** An account trusts the pipeline's role in management, whatever repository and approvals that one is for. */
const somePipeline = { repository: "", approval: [] };

/** Beyond the home region no domain has egress. */
export function aroundRegionalSpoke(zone: LandingZone, spoke: AccountNetwork): LandingZone["network"] {
  const domains = zone.network.domains.map((domain) => ({ ...domain, egress: false }));
  return around({ ...zone, network: { ...zone.network, domains } }, spoke);
}

function around({ network }: LandingZone, { domain }: AccountNetwork): LandingZone["network"] {
  const own = network.domains.find(({ name }) => name === domain);
  const egress = own?.egress === true;
  const talksTo = egress ? [] : (own?.talksTo ?? []);
  const heard = <Site extends { name: string; domain: string }>(sites: readonly Site[]): readonly Site[] =>
    byName(sites.filter((site) => talksTo.includes(site.domain)));
  return {
    ...blankZone.network,
    pool: network.pool,
    availabilityZones: network.availabilityZones,
    networkAcls: network.networkAcls,
    domains: [{ name: ownDomain, talksTo: [onPremises], egress }],
    vpns: heard(network.vpns).map(({ name, ranges }) => ({ name, ranges, domain: onPremises, address: "", asn: 0 })),
    directConnects: heard(network.directConnects).map(({ name, ranges }) => ({
      name,
      ranges,
      domain: onPremises,
      amazonSideAsn: 0,
    })),
  };
}

/** All that a spoke asks of the hub's account is whether it is its own. */
function hub({ foundation }: LandingZone, { name }: Account): Account {
  return foundation.network.name === name ? named(foundation.network) : blankZone.foundation.network;
}
