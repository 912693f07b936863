import { blankAccount, blankService, blankZone, named } from "../blank";
import type { IdKey } from "../../ids";
import type { Account, LandingZone } from "../../model";
import { egressDomain } from "../../names";
import type { Reads } from "../reads";

/** Which account is in which domain, which domains talk, and who answers for which name. */
export function routingReads({ organization, foundation, network, accounts }: LandingZone): Reads {
  const logArchive = named(foundation["log-archive"]);
  const spokes = accounts.filter((account) => account.network !== undefined);
  const services = accounts.filter((account) => account.service !== undefined);
  const populated = new Set(spokes.map((account) => account.network?.domain));
  return {
    zone: {
      organization: { ...blankZone.organization, name: organization.name },
      foundation: { ...blankZone.foundation, "log-archive": logArchive },
      network: {
        ...blankZone.network,
        pool: network.pool,
        // Nothing is learnt from a domain in which there is no spoke.
        domains: network.domains
          .map((domain) => ({ ...domain, talksTo: domain.talksTo.filter((name) => populated.has(name)).sort() }))
          .sort((a, b) => (a.name < b.name ? -1 : 1)),
      },
      accounts: accounts.filter(({ network, service }) => network ?? service).map(routed),
    },
    ids: [
      `account/${logArchive.name}`,
      "egress-attachment",
      "egress-vpc",
      `route-table/${egressDomain}`,
      ...network.domains.map(({ name }): IdKey => `route-table/${name}`),
      ...spokes.map(({ name }): IdKey => `attachment/${name}`),
      ...(services.length > 0 ? (["apex-zone"] as const) : []),
      ...services.map(({ name }): IdKey => `name-servers/${name}`),
    ],
  };
}

function routed({ name, network, service }: Account): Account {
  return {
    ...blankAccount,
    name,
    network: network && { domain: network.domain, prefixLength: 0, cidr: undefined },
    service: service && { ...blankService, domainName: service.domainName },
  };
}
