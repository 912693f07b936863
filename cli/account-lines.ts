import type { Account, LandingZone } from "../declaration/model";
import { listed } from "../declaration/problem/nearest";
import { accountStackId } from "../declaration/stacks";
import { type Reach, reachOf, type ReachedDomain } from "../network/reach";
import { type BindingGuardrail, guardrailsBinding } from "../policies/binding";

/** What an account will be, for people and programs. */
export interface ExplainedAccount {
  readonly guardrails: readonly BindingGuardrail[];
  readonly reach: Reach | undefined;
}

export function explain(zone: LandingZone, account: Account): ExplainedAccount {
  return { guardrails: guardrailsBinding(zone, account), reach: reachOf(zone, account.name) };
}

/** An account in a few lines: who and where it is, what binds it, what its network reaches, what runs in it. */
export function accountLines(zone: LandingZone, account: Account): readonly string[] {
  const { guardrails, reach } = explain(zone, account);
  const { service, budget } = account;
  return [
    `account   ${account.displayName}, root email ${account.email}`,
    `unit      ${account.organizationalUnit}`,
    ...guardrailLines("binding", guardrails),
    ...(reach ? reachLines(zone, reach) : ["network   none"]),
    ...(service ? [`service   ${service.name} on ${service.domainName}`] : ["service   none"]),
    ...(service?.repository ? [`pipeline  ${service.repository} may deploy ${account.name}-${service.name}`] : []),
    `access    ${accessText(account) || "nobody but the platform's roles"}`,
    `budget    ${budget ? `${budget.monthlyUsd} US dollars a month, alerts at ${budget.alertPercent.join(" and ")} %` : "none"}`,
  ];
}

/** Guardrails, one a line, under a word for what they do. */
export function guardrailLines(word: string, guardrails: readonly BindingGuardrail[]): readonly string[] {
  if (guardrails.length === 0) return [`${word.padEnd(9)} no guardrail`];
  const width = Math.max(...guardrails.map(({ name }) => name.length));
  return guardrails.map(
    ({ name, attachedTo, denies }, index) =>
      `${(index === 0 ? word : "").padEnd(9)} ${name.padEnd(width)}  (${attachedTo.join(", ")}) ${denies}`,
  );
}

const waysOut: Readonly<Record<Reach["wayOut"], string>> = {
  internet: "reaches the internet",
  "egress VPC": "reaches the egress VPC, which has no NAT gateway",
  none: "no way out",
};

function reachLines({ ids }: LandingZone, reach: Reach): readonly string[] {
  const { domain, sharedVpc, range, reaches, doesNotReach, wayOut } = reach;
  const subnets = sharedVpc === undefined ? undefined : (`shared-subnet/${sharedVpc}` as const);
  const where = sharedVpc === undefined ? "" : ` of the shared VPC ${sharedVpc}`;
  return [
    `network   ${range ?? "no range yet"}${where} in the route domain ${domain}; ${waysOut[wayOut]}`,
    ...(subnets && ids.has(subnets) ? [`subnets   ${ids.get(subnets).split(",").join(", ")}`] : []),
    `talks to  ${reaches.map(domainText).join("; ") || "nobody"}`,
    ...(doesNotReach.length > 0 ? [`not to    ${doesNotReach.map(domainText).join("; ")}`] : []),
  ];
}

function domainText({ domain, members }: ReachedDomain): string {
  return `${domain} (${listed(members, "nobody yet")})`;
}

function accessText({ access }: Account): string {
  return Object.entries(access)
    .map(([group, sets]) => `${group} as ${sets.join(", ")}`)
    .join("; ");
}

/** The stacks to deploy, and which of them waits for the account to exist. */
export function stackLine(account: Account, stacks: readonly string[]): string {
  const own = accountStackId(account.name);
  return `stacks    ${stacks.map((id) => (id === own ? `${id} (its own)` : id)).join(", ")}`;
}
