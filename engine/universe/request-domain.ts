import type { Domain, KeyDomain } from "../symbolic/domain";
import { keyFacts, type KeyFacts } from "./key-domains";
import { regionsByPartition } from "./regions";
import type { ActionFacts } from "./universe";

/** What fixes the requests of an account. */
export interface DomainAccount {
  /** Twelve digits. */
  readonly id: string;
  readonly partition: string;
  /** `o-…`; undefined: not known. */
  readonly organizationId: string | undefined;
}

/** Whose requests: principals of the account, or anybody, AWS services included, on resources of the account. */
export type Caller = "member" | "anybody";

/**
 * The requests of an action that can exist, as far as AWS documents it.
 * A key that the reference does not list for an action can be present all the same: the reference has gaps, and a proof must not rest on one.
 * A resource of a member's request can be of any account; one of anybody's is of this account where its ARN names one.
 * Domains of one account object that do not differ are one object.
 */
export function requestDomain(action: ActionFacts, account: DomainAccount, caller: Caller): Domain {
  const domains = known(account)[caller];
  const domain = domains.byResources.get(action.resources) ?? {
    resources: action.resources.map((pattern) => resourceOf(pattern, account, caller)),
    keyDomain: domains.keyDomain,
  };
  domains.byResources.set(action.resources, domain);
  return domain;
}

interface Domains {
  readonly keyDomain: (key: string) => KeyDomain;
  readonly byResources: Map<readonly string[], Domain>;
}

const domainsOf = new WeakMap<DomainAccount, Readonly<Record<Caller, Domains>>>();

function known(account: DomainAccount): Readonly<Record<Caller, Domains>> {
  const made = domainsOf.get(account) ?? { member: domains(account, "member"), anybody: domains(account, "anybody") };
  domainsOf.set(account, made);
  return made;
}

function domains(account: DomainAccount, caller: Caller): Domains {
  const values = {
    ...valuesOfAll(account),
    ...(caller === "member" ? valuesOfMembers(account) : valuesOfResources(account)),
  };
  const made = new Map<string, KeyDomain>();
  const keyDomain = (key: string): KeyDomain => {
    const lower = key.toLowerCase();
    const domain = made.get(lower) ?? domainOfKey(lower, keyFacts(lower), values, caller);
    made.set(lower, domain);
    return domain;
  };
  return { keyDomain, byResources: new Map() };
}

type Values = Readonly<Record<string, readonly string[]>>;

function domainOfKey(key: string, facts: KeyFacts | undefined, values: Values, caller: Caller): KeyDomain {
  return {
    presence: facts ? presenceOf(facts, caller) : "sometimes",
    multivalued: facts?.multivalued ?? true,
    values: values[key] ?? (facts?.type === "Bool" ? truths : undefined),
  };
}

const truths = ["true", "false"];

function presenceOf(facts: KeyFacts, caller: Caller): KeyDomain["presence"] {
  switch (facts.presence) {
    case "all":
      return "always";
    case "signed":
    case "organization":
      return caller === "member" ? "always" : "sometimes";
    case "service":
      return caller === "member" ? "never" : "sometimes";
    case "some":
      return "sometimes";
  }
}

const anyAccount = "????????????";

const accountKeys = ["aws:resourceaccount", "aws:sourceaccount", "aws:vpceaccount"];

const organizationKeys = ["aws:resourceorgid", "aws:sourceorgid", "aws:vpceorgid"];

function valuesOfAll({ id, partition, organizationId }: DomainAccount): Values {
  return {
    ...Object.fromEntries(accountKeys.map((key) => [key, [id, anyAccount]])),
    ...Object.fromEntries(organizationKeys.map((key) => [key, [...given(organizationId), "o-*"]])),
    "aws:requestedregion": regionsByPartition[partition] ?? ["*-*-?"],
    "aws:principaltype": ["AssumedRole", "User", "Account", "FederatedUser", "Anonymous"],
  };
}

/** Principals of a member account (IAM User Guide, "AWS global condition context keys", aws:PrincipalArn); a session is its role. */
function valuesOfMembers({ id, partition, organizationId }: DomainAccount): Values {
  const iam = `arn:${partition}:iam::${id}`;
  return {
    "aws:principalarn": [
      `${iam}:role/*`,
      `${iam}:user/*`,
      `${iam}:root`,
      `arn:${partition}:sts::${id}:federated-user/*`,
    ],
    "aws:principalaccount": [id],
    "aws:principaltype": ["AssumedRole", "User", "Account", "FederatedUser"],
    "aws:principalorgid": organizationId === undefined ? ["o-*"] : [organizationId],
    "aws:principalorgpaths": [`${organizationId ?? "o-*"}/r-*/*`],
    "aws:principalisawsservice": ["false"],
  };
}

/** Anybody, and what is known of a resource of the account. An anonymous caller's account is `anonymous`. */
function valuesOfResources({ id, partition, organizationId }: DomainAccount): Values {
  return {
    "aws:principalarn": ["role/*", "user/*", "root"]
      .map((who) => `arn:${partition}:iam::${anyAccount}:${who}`)
      .concat(`arn:${partition}:sts::${anyAccount}:federated-user/*`),
    "aws:principalaccount": [id, anyAccount, "anonymous"],
    "aws:principalorgid": [...given(organizationId), "o-*"],
    "aws:principalorgpaths": ["o-*/r-*/*"],
    "aws:resourceaccount": [id],
    "aws:resourceorgid": organizationId === undefined ? ["o-*"] : [organizationId],
  };
}

const given = <T>(value: T | undefined): readonly T[] => (value === undefined ? [] : [value]);

/** Parts of an ARN: `arn:partition:service:region:account:resource` (IAM User Guide, "Amazon Resource Names (ARNs)"). */
function resourceOf(pattern: string, account: DomainAccount, caller: Caller): string {
  const [arn, partition, service, region, owner, ...resource] = pattern.split(":");
  if (arn !== "arn" || resource.length === 0) return pattern;
  const fixed = [
    arn,
    partition === "*" ? account.partition : partition,
    service,
    region,
    owner === "*" && caller === "anybody" ? account.id : owner,
  ];
  return [...fixed, ...resource].join(":");
}
