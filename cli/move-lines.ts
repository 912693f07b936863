import type { Account, LandingZone } from "../declaration/model";
import type { AccountChange } from "../delivery/account-change/plan-change";
import { type BindingGuardrail, guardrailsBinding } from "../policies/binding";
import { guardrailLines } from "./account-lines";

export interface MovedGuardrails {
  readonly gained: readonly BindingGuardrail[];
  readonly lost: readonly BindingGuardrail[];
  readonly kept: readonly BindingGuardrail[];
}

/** Guardrails that bind an account after it is moved and did not before, the other way round, and both times. */
export function movedGuardrails({ account, before, after }: AccountChange): MovedGuardrails {
  const [former, future] = [before, after].map((zone) => guardrailsBinding(zone, accountOf(zone, account)));
  const names = (guardrails: readonly BindingGuardrail[] = []): readonly string[] => guardrails.map(({ name }) => name);
  return {
    gained: (future ?? []).filter(({ name }) => !names(former).includes(name)),
    lost: (former ?? []).filter(({ name }) => !names(future).includes(name)),
    kept: (future ?? []).filter(({ name }) => names(former).includes(name)),
  };
}

/** What a move changes, for people. */
export function moveLines(change: AccountChange): readonly string[] {
  const { account, before, after, isChange, stacks } = change;
  const [from, to] = [accountOf(before, account), accountOf(after, account)];
  if (!isChange) return [`${account} is in ${to.organizationalUnit} already; nothing was changed.`];
  const { gained, lost, kept } = movedGuardrails(change);
  return [
    `${account}: ${from.organizationalUnit} -> ${to.organizationalUnit}`,
    ...guardrailLines("gains", gained),
    ...guardrailLines("loses", lost),
    ...guardrailLines("keeps", kept),
    `terraform updates aws_organizations_account.${account} in place (parent_id) in the stack ${stacks.join(", ")}; nothing is replaced`,
    ...(to.network ? [`network   stays in the route domain ${to.network.domain}`] : []),
  ];
}

function accountOf(zone: LandingZone, name: string): Account {
  const account = zone.accounts.find((each) => each.name === name);
  if (!account) throw new Error(`the zone has no account ${name}`);
  return account;
}
