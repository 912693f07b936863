import { isClosedState } from "../../../live/account-state";
import type { LiveRule } from "../compared";
import { isForeignAccount } from "../foreign";
import { accountNode, unitNode } from "../governed";

/** Accounts that are not there, are closed, or are in another unit than declared. */
export const accountRule: LiveRule = ({ zone, at, declared, guardrails }) =>
  zone.accounts.flatMap(({ name, organizationalUnit }) => {
    const live = at.accounts.get(name);
    const about = { subject: name, account: name };
    if (live === undefined) {
      const id = zone.ids.has(`account/${name}`) ? ` ${zone.ids.get(`account/${name}`)}` : "";
      return [
        {
          ...about,
          rule: "live-account-missing",
          message: `the organisation has no account${id}; the zone declares it in ${organizationalUnit}`,
          remedy: "`landfall deploy org` makes one that was never made; one that left must be invited again.",
        },
      ];
    }
    if (live.status !== "ACTIVE") {
      const remedy = isClosedState(live.status)
        ? `AWS Support reopens it within 90 days; or \`landfall offboard ${name} --close\` finishes it.`
        : "AWS Support says why, and lifts it.";
      const message = `AWS says ${live.status} of account ${live.id}, which the zone declares active`;
      return [{ ...about, rule: "live-account-not-active", message, remedy }];
    }
    const parent = at.nodeOf(live.parentId);
    if (parent === unitNode(organizationalUnit)) return [];
    const where = guardrails.organization.rootId === live.parentId ? "root" : live.unitPath;
    return [
      {
        ...about,
        rule: "live-account-moved",
        message: `account ${live.id} is in ${where}; the zone declares it in ${organizationalUnit}`,
        remedy: `\`landfall deploy org\` moves it back; \`landfall move ${name} --ou ${where}\` declares where it is.`,
        alone: { ...declared, parents: new Map([...declared.parents, [accountNode(name), parent]]) },
      },
    ];
  });

/** Accounts that are nobody's, and accounts declared closed that AWS still runs. */
export const strangeAccountRule: LiveRule = ({ zone, at }) => [
  ...at.strangeAccounts
    .filter((account) => !isClosedState(account.status) && !isForeignAccount(zone, account))
    .map(({ id, name, email, unitPath }) => ({
      rule: "live-account-not-declared",
      subject: name,
      message: `account ${id} (${email}) in ${unitPath} is declared nowhere`,
      remedy: "Declare it (`landfall adopt` writes the file of each account), or name it in foreign.accounts.",
    })),
  ...zone.closedAccounts.flatMap(({ name }) => {
    const live = at.accounts.get(name);
    if (live === undefined || isClosedState(live.status)) return [];
    const message = `the zone declares it closed; AWS says ${live.status} of account ${live.id} in ${live.unitPath}`;
    const remedy = `\`landfall offboard ${name} --close\` closes it.`;
    return [{ rule: "live-account-still-open", subject: name, message, remedy }];
  }),
];
