import { blankAccount, blankZone, named } from "../blank";
import type { IdKey } from "../../ids";
import type { LandingZone } from "../../model";
import { foundationAccounts } from "../../foundation-accounts";
import { namesAccounts, watchedAccounts } from "../../watched-accounts";
import type { Reads } from "../reads";

/** What is declared of detection, and the accounts where a service makes them members by name. */
export function securityReads(zone: LandingZone): Reads {
  const { organization, regions, foundation, security } = zone;
  const { macie, detective, securityHub, response } = security;
  const tooling = named(foundation["security-tooling"]);
  const watched = namesAccounts(zone) ? watchedAccounts(zone) : [];
  const readsEmails = macie || detective;
  return {
    zone: {
      organization: { ...blankZone.organization, name: organization.name },
      regions: { ...blankZone.regions, home: regions.home, governed: [...regions.governed].sort() },
      foundation: response ? ownAccounts(zone) : { ...blankZone.foundation, "security-tooling": tooling },
      accounts: watched.map(({ name, email }) => ({ ...blankAccount, name, email: readsEmails ? email : "" })),
      security: detectionOf(security),
    },
    ids: [
      ...watched.map(({ name }): IdKey => `account/${name}`),
      ...(securityHub.central ? (["root"] as const) : []),
      ...(response ? [`organizational-unit/${response.quarantineUnit}` as const] : []),
      ...(response ? foundationAccounts(zone).map((name): IdKey => `account/${name}`) : []),
    ],
  };
}

/** The runbook moves none of the landing zone's own accounts, whatever they are for; it is told which one is management. */
function ownAccounts(zone: LandingZone): LandingZone["foundation"] {
  const { management, "security-tooling": tooling } = zone.foundation;
  const others = foundationAccounts(zone).filter((name) => name !== management.name && name !== tooling.name);
  const [first = tooling.name, second = tooling.name, ...rest] = others;
  return {
    management: named(management),
    "security-tooling": named(tooling),
    "log-archive": named({ name: first }),
    network: named({ name: second }),
    ...(rest[0] === undefined ? {} : { audit: named({ name: rest[0] }) }),
    ...(rest[1] === undefined ? {} : { "shared-services": named({ name: rest[1] }) }),
  };
}

/** Who scans code scans the functions too, said or not. */
function scanned(inspector: LandingZone["security"]["inspector"]): LandingZone["security"]["inspector"] {
  return [...new Set([...inspector, ...(inspector.includes("lambda-code") ? (["lambda"] as const) : [])])].sort();
}

/** Rules are the `rules` stack's; the order of what is listed makes no difference. */
function detectionOf(security: LandingZone["security"]): LandingZone["security"] {
  const { alerts, guardDuty, securityHub, securityLake, inspector } = security;
  return {
    ...security,
    alerts: Object.fromEntries(
      Object.entries(alerts).map(([name, { severities, emails }]) => [
        name,
        { severities: [...severities].sort(), emails: [...emails].sort() },
      ]),
    ),
    guardDuty: { plans: [...guardDuty.plans].sort() },
    securityHub: { ...securityHub, standards: [...securityHub.standards].sort() },
    inspector: scanned(inspector),
    securityLake: securityLake && { ...securityLake, sources: [...securityLake.sources].sort() },
    config: blankZone.security.config,
  };
}
