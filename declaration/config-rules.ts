import type { Account, LandingZone } from "./model";

/** Whether the organisation has rules of AWS Config at all: without them there is no stack for them. */
export function hasConfigRules({ security: { config } }: Pick<LandingZone, "security">): boolean {
  return Object.keys(config.rules).length + Object.keys(config.conformancePacks).length > 0;
}

/**
 * The zone's accounts that a rule is not made in: suspended ones, which have no stack that records for it (a rule in an account without
 * a recorder fails for the whole organisation: AWS Config Developer Guide, "Managing AWS Config rules across all accounts in your organization"),
 * and those that the rule excepts, by name or unit. Accounts that somebody else manages come beside them (`foreign.accounts`).
 */
export function exceptedAccounts(
  { accounts }: Pick<LandingZone, "accounts">,
  except: readonly string[],
): readonly Account[] {
  return accounts.filter(
    ({ name, status, organizationalUnit: unit }) =>
      status === "suspended" ||
      except.some((entry) => entry === name || entry === unit || unit.startsWith(`${entry}/`)),
  );
}

/** The zone's accounts that any rule is not made in. */
export function everExcepted(zone: Pick<LandingZone, "accounts" | "security">): readonly Account[] {
  const { rules, conformancePacks } = zone.security.config;
  const excepts = [...Object.values(rules), ...Object.values(conformancePacks)].map(({ except }) => except);
  const names = new Set(excepts.flatMap((except) => exceptedAccounts(zone, except).map(({ name }) => name)));
  return zone.accounts.filter(({ name }) => names.has(name));
}
