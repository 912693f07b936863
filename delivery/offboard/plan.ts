import type { AccountStatus } from "../../declaration/schema/account";
import type { IdKey } from "../../declaration/ids";
import type { Account, LandingZone } from "../../declaration/model";
import { suspendedUnit } from "../../declaration/names";
import { type StackSpec, stacksOf } from "../../declaration/stacks";
import { unknownAccount } from "../../declaration/unknown-account";
import { UserError } from "../../declaration/user-error";

/** What retiring one account takes, as data. */
export interface OffboardPlan {
  readonly account: Account;
  /** Undefined once its id was released, after closing. */
  readonly accountId: string | undefined;
  readonly close: boolean;
  /** The stacks as they are while the account is active. */
  readonly org: StackSpec;
  readonly identity: StackSpec | undefined;
  /** Those with its routes, the delegation of its domain and its authorizations. */
  readonly routing: readonly StackSpec[];
  /** Where it is given subnets, or its range is in a pool. */
  readonly network: StackSpec | undefined;
  readonly accountStack: StackSpec;
  /** Undefined where the account resolves no private zones. */
  readonly dnsStack: StackSpec | undefined;
  readonly serviceStack: StackSpec | undefined;
  /** Those of the account in governed regions beyond the home region. */
  readonly regionStacks: readonly StackSpec[];
}

export interface OffboardRequest {
  readonly name: string;
  readonly close: boolean;
  /** What the account's file says now: an earlier run may have changed it. */
  readonly declared: AccountStatus;
}

/**
 * Decides what has to be done so that the account leaves.
 * @param former the zone as it is while the account is active: `formerZone`
 * @throws UserError for an account that cannot leave, or has nothing to leave
 */
export function planOffboarding(former: LandingZone, { name, close, declared }: OffboardRequest): OffboardPlan {
  const account = former.accounts.find((each) => each.name === name);
  if (!account) throw new Error(`the zone has no account ${name}`);
  const roles = account.roles.filter((role) => role !== "workload");
  if (roles.length > 0) {
    throw new UserError(
      `${name} is the ${roles.join(" and ")} account: the landing zone stands on it`,
      "Only workload accounts can be offboarded.",
    );
  }
  if (!former.organizationalUnits.some(({ path }) => path === suspendedUnit)) {
    throw new UserError(
      `the zone has no organizational unit ${suspendedUnit} for accounts on their way out`,
      `Declare it under organizationalUnits, attach deny-everything to it, and run \`landfall deploy org\`.`,
    );
  }
  const idKey = `account/${name}` as const;
  const accountId = former.ids.has(idKey) ? former.ids.get(idKey) : undefined;
  if (accountId === undefined && declared !== "closed") {
    throw new UserError(
      `${name} was never created: ids.lock.json holds no id of it`,
      `Delete accounts/${name}.yaml; \`landfall sync\` first if it was deployed from another checkout.`,
    );
  }
  const specs = stacksOf(former);
  const ofKind = (kind: StackSpec["kind"]): StackSpec | undefined => specs.find((spec) => spec.kind === kind);
  const own = (kind: StackSpec["kind"]): StackSpec | undefined =>
    specs.find((spec) => spec.kind === kind && spec.account.name === name);
  const [org, accountStack] = [ofKind("org"), own("account")];
  if (!org || !accountStack) throw new Error(`an active account has an account stack, and every zone an org stack`);
  const held: readonly IdKey[] = [
    ...(account.network ? ([`attachment/${name}`, `vpc/${name}`] as const) : []),
    ...(account.network?.regions ?? []).map(({ region }): IdKey => `region-attachment/${region}/${name}`),
    ...(account.service ? [`name-servers/${name}` as const] : []),
  ];
  const isKnownToHub = account.sharedVpc !== undefined || (former.network.ipam && account.network !== undefined);
  return {
    account,
    accountId,
    close,
    org,
    accountStack,
    dnsStack: own("dns"),
    serviceStack: own("service"),
    regionStacks: specs.filter(({ kind, account }) => kind === "region" && account.name === name),
    routing: specs.filter(
      ({ kind, needs }) => (kind === "routing" || kind === "routing-region") && held.some((key) => needs.includes(key)),
    ),
    network: isKnownToHub ? ofKind("network") : undefined,
    identity: Object.keys(account.access).length > 0 ? ofKind("identity") : undefined,
  };
}

/** @throws UserError with the nearest name, when no file of the zone declares the account */
export function checkDeclared(name: string, declared: readonly string[]): void {
  if (declared.includes(name)) return;
  throw unknownAccount(
    name,
    declared.map((each) => ({ name: each })),
  );
}
