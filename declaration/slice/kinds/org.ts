import { blankAccount, blankZone, named } from "../blank";
import { byName } from "../by-name";
import type { Account, GuardrailAttachment, LandingZone } from "../../model";
import { policyTypesOf } from "../../organization-policies";
import { trustedBy } from "../../trusted-services";
import type { Reads } from "../reads";

/** Guardrails of the catalogue whose statements name the allowed regions. */
const readRegions: readonly string[] = ["allowed-regions"];

/** The tree, every account as AWS Organizations knows it, and the guardrails. No ids: the stack makes them. */
export function orgReads(zone: LandingZone): Reads {
  const { management } = zone.foundation;
  const inForce = zone.guardrails.filter(({ document }) => document === undefined).map(({ name }) => name);
  return {
    zone: {
      organization: {
        name: zone.organization.name,
        emailPattern: "",
        accountsAtRoot: [],
        trustedServices: without(zone.organization.trustedServices, trustedBy(zone)),
        policyTypes: without(zone.organization.policyTypes, policyTypesOf(zone)),
        rootAccess: zone.organization.rootAccess,
        quarantineNewAccounts: false,
        quotas: zone.organization.quotas,
      },
      regions: {
        ...blankZone.regions,
        home: zone.regions.home,
        allowed: inForce.some((name) => readRegions.includes(name)) ? [...zone.regions.allowed].sort() : [],
      },
      organizationalUnits: zone.organizationalUnits,
      accounts: zone.accounts.map((account) =>
        account.name === management.name ? ofManagement(account) : ofMember(account),
      ),
      closedAccounts: zone.closedAccounts.map(({ name }) => ({ name, displayName: "", email: "" })),
      foundation: {
        ...blankZone.foundation,
        management: named(management),
        "security-tooling": named(zone.foundation["security-tooling"]),
        ...(zone.network.ipam ? { network: named(zone.foundation.network) } : {}),
      },
      network: { ...blankZone.network, ipam: zone.network.ipam },
      security: administered(zone.security),
      foreign: { ...blankZone.foreign, policies: attachedOfOthers(zone), tagKeys: [...zone.foreign.tagKeys].sort() },
      policies: zone.policies.map((policy) => ({
        ...policy,
        attachTo: [...policy.attachTo].sort(),
        accounts: [...policy.accounts].sort(),
      })),
      guardrails: byName(zone.guardrails.map(attachment)),
    },
    ids: [],
  };
}

/** Which services the security tooling account administers; what they do is the `security` stack's. */
function administered({ macie, inspector, detective, securityLake }: LandingZone["security"]): LandingZone["security"] {
  return {
    ...blankZone.security,
    macie,
    inspector: inspector.length > 0 ? ["ec2"] : [],
    detective,
    securityLake: securityLake && { sources: [], retentionDays: 0 },
  };
}

function ofMember(account: Account): Account {
  const { name, displayName, email, organizationalUnit, owner, contacts, budget, closeOnRemoval, tags } = account;
  return {
    ...blankAccount,
    name,
    displayName,
    email,
    organizationalUnit,
    owner,
    contacts,
    budget,
    closeOnRemoval,
    tags,
  };
}

/** Nobody creates the management account; its email matters as the last recipient of its budget's alerts. */
function ofManagement({ name, email, contacts, budget }: Account): Account {
  const isRecipient = budget !== undefined && !contacts.billing && !contacts.operations;
  return { ...blankAccount, name, email: isRecipient ? email : "", contacts, budget };
}

/** A policy of the zone's own is deployed without its white space. What it claims is the audit's business. */
function attachment(guardrail: GuardrailAttachment): GuardrailAttachment {
  const { name, attachTo, accounts = [], document, kind, exemptRoles = [], policyName, description } = guardrail;
  return {
    name,
    policyName,
    description: policyName === undefined ? undefined : description,
    attachTo: [...attachTo].sort(),
    accounts: [...accounts].sort(),
    kind,
    exemptRoles: [...exemptRoles].sort(),
    document: document === undefined ? undefined : JSON.stringify(JSON.parse(document)),
  };
}

/** Policies of others take room, and names. */
function attachedOfOthers({ foreign }: LandingZone): LandingZone["foreign"]["policies"] {
  return Object.fromEntries(
    Object.entries(foreign.policies).map(([id, { name, type, attachedTo }]) => [
      id,
      { name, type, attachedTo: [...attachedTo].sort() },
    ]),
  );
}

/** What is declared beside what Landfall has anyway. */
function without(declared: readonly string[], own: readonly string[]): string[] {
  return [...new Set(declared)].filter((each) => !own.includes(each)).sort();
}
