import type { Account, LandingZone } from "../../declaration/model";
import type { Bounds } from "../../engine/bounds";
import type { DomainAccount } from "../../engine/universe/request-domain";
import { auditedGuardrails } from "../audited-guardrails";
import { boundsOf } from "../bounds-of";
import { idSignature } from "./account-ids";
import { domainAccount } from "./domain-account";

/** Accounts that the same policies bind on the same levels, and that no policy or claim tells apart by id: what holds for one holds for all. */
export interface Group {
  readonly accounts: readonly Account[];
  /** Of the first of them. */
  readonly bounds: Bounds;
  readonly domainAccount: DomainAccount;
  /** An account that no policy or claim tells from these: the same object for all groups it stands for. */
  readonly alike: DomainAccount;
  readonly isManagement: boolean;
  /** Names of the guardrails that bind them, in the zone's order. */
  readonly guardrails: readonly string[];
}

const known = new WeakMap<LandingZone, readonly Group[]>();

/** The accounts of a zone, or some of them, in groups, in the order of their first accounts. */
export function groupsOf(zone: LandingZone, accounts?: readonly Account[]): readonly Group[] {
  if (accounts !== undefined) return grouped(zone, accounts);
  const groups = known.get(zone) ?? grouped(zone, zone.accounts);
  known.set(zone, groups);
  return groups;
}

function grouped(zone: LandingZone, accounts: readonly Account[]): readonly Group[] {
  const guardrails = auditedGuardrails(zone);
  const signature = idSignature(
    guardrails.map(({ policy }) => policy),
    guardrails.flatMap(({ claims }) => claims),
  );
  const alike = new Map<string, DomainAccount>();
  const groups = new Map<
    string,
    { accounts: Account[]; bounds: Bounds; account: DomainAccount; alike: DomainAccount }
  >();
  for (const account of accounts) {
    const bounds = boundsOf(zone, account.name);
    const own = domainAccount(zone, account.name);
    const named = signature(own.id);
    const shared = alike.get(named) ?? own;
    alike.set(named, shared);
    const key = `${named} ${keyOf(bounds)}`;
    const group = groups.get(key);
    if (group !== undefined) group.accounts.push(account);
    else groups.set(key, { accounts: [account], bounds, account: own, alike: shared });
  }
  return [...groups.values()].map(({ accounts: members, bounds, account, alike: shared }) => {
    const binding = new Set([...bounds.scp, ...bounds.rcp].flatMap(({ policies }) => policies.map(({ id }) => id)));
    return {
      accounts: members,
      bounds,
      domainAccount: account,
      alike: shared,
      isManagement: bounds.scp.length === 0,
      guardrails: guardrails.map(({ name }) => name).filter((name) => binding.has(name)),
    };
  });
}

/** The names of the policies level by level: the level's own name changes no decision. */
function keyOf({ scp, rcp }: Bounds): string {
  return JSON.stringify([scp, rcp].map((path) => path.map(({ policies }) => policies.map(({ id }) => id))));
}
