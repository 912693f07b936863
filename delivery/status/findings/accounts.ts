import type { LandingZone } from "../../../declaration/model";
import { accountStackId } from "../../../declaration/stacks";
import { isRestrictedState } from "../../../live/account-state";
import type { LiveAccount } from "../../../live/live-organization";
import { liveAccountOf } from "../match";
import type { Finding } from "../report";
import { finding, type FindingRule, note } from "./finding";

/** Declared accounts whose live account is not as declared. */
export const accountFindings: FindingRule = (observation) =>
  observation.zone.accounts.flatMap((account) => {
    const live = liveAccountOf(observation, account);
    if (live === undefined) return [];
    const { name } = account;
    const found: Finding[] = [];
    if (isRestrictedState(live.status)) {
      found.push(
        finding(
          "account-not-active",
          name,
          `AWS restricted access to account ${live.id}, which the zone declares ${account.status}`,
          "AWS Support says why, and lifts it.",
        ),
      );
    } else if (live.status !== "ACTIVE") {
      found.push(
        finding(
          "account-not-active",
          name,
          `AWS says ${live.status} of account ${live.id}, which the zone declares ${account.status}`,
          `Reopen it with AWS Support within 90 days of closing, or finish with \`landfall offboard ${name} --close\`.`,
        ),
      );
    } else if (live.unitPath !== account.organizationalUnit) {
      found.push(
        finding(
          "account-moved",
          name,
          `account ${live.id} is in ${live.unitPath}; the zone declares ${account.organizationalUnit}`,
          `\`landfall deploy org\` moves it there; \`landfall move ${name} --ou ${live.unitPath}\` declares where it is.`,
        ),
      );
    }
    // What the management account is called is its owner's affair: it was there before the zone.
    if (account.roles.includes("management")) return found;
    if (live.name !== account.displayName) {
      found.push(
        finding(
          "account-renamed",
          name,
          `AWS shows account ${live.id} as "${live.name}"; the zone declares "${account.displayName}"`,
          `\`landfall deploy ${accountStackId(name)}\` renames it; \`displayName: ${live.name}\` in its file keeps the name.`,
        ),
      );
    }
    if (live.email.toLowerCase() !== account.email.toLowerCase()) {
      found.push(
        finding(
          "account-email",
          name,
          `the email of account ${live.id} is ${live.email}; the zone declares ${account.email}`,
          `Write \`email: ${live.email}\` into its file: Terraform would take another email for another account.`,
        ),
      );
    }
    return found;
  });

/** Accounts declared closed that AWS still runs. */
export const closedFindings: FindingRule = (observation) =>
  observation.zone.closedAccounts.flatMap((account) => {
    const live = liveAccountOf(observation, account);
    if (live?.status !== "ACTIVE") return [];
    const message = `the zone declares it closed; AWS says account ${live.id} is ACTIVE in ${live.unitPath}`;
    return [
      finding("account-still-open", account.name, message, `\`landfall offboard ${account.name} --close\` closes it.`),
    ];
  });

/** Live accounts that the zone knows nothing of. */
export const undeclaredFindings: FindingRule = (observation) => {
  const { zone, live } = observation;
  const known = new Set(
    [...zone.accounts, ...zone.closedAccounts].map((account) => liveAccountOf(observation, account)?.id),
  );
  return (live?.accounts ?? [])
    .filter((account) => !known.has(account.id) && !isForeign(zone, account))
    .map((account) => {
      const where = `account ${account.id} (${account.email}) in ${account.unitPath} is not declared`;
      return account.status === "ACTIVE"
        ? finding(
            "account-not-declared",
            account.name,
            where,
            "`landfall adopt` writes its file, or declares it foreign.",
          )
        : note("account-not-declared", account.name, `${where}; AWS says ${account.status}`, "Nothing to do.");
    });
};

/** Declared as somebody else's, by its id or by the unit it is in. */
function isForeign({ foreign }: LandingZone, { id, unitPath }: LiveAccount): boolean {
  return id in foreign.accounts || foreign.organizationalUnits.some((unit) => `${unitPath}/`.startsWith(`${unit}/`));
}
