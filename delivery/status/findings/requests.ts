import type { LiveCreation } from "../../../live/live-organization";
import { requestedAt } from "../match";
import type { Observation } from "../observation";
import type { Finding } from "../report";
import { failureRemedy } from "./failure-remedies";
import { finding, type FindingRule, note } from "./finding";

/** An hour: "if you get an error, wait one hour" (Organizations User Guide, "Troubleshooting AWS Organizations"). */
const slowAfterMilliseconds = 60 * 60 * 1000;

/** A request that became no account, by its name: none that AWS still remembers may vanish. */
export const requestFindings: FindingRule = (observation) => {
  const latest = new Map<string, LiveCreation>();
  for (const creation of observation.live?.creations ?? []) {
    const other = latest.get(creation.accountName);
    if (!other || requestedAt(other) < requestedAt(creation)) latest.set(creation.accountName, creation);
  }
  return [...latest.values()].flatMap((creation) => findingOf(observation, creation));
};

function findingOf({ zone, live, now }: Observation, creation: LiveCreation): readonly Finding[] {
  const { accountName, state, failureReason = "UNKNOWN" } = creation;
  const requested = new Date(requestedAt(creation)).toISOString();
  const declared = zone.accounts.some(({ name, displayName }) => name === accountName || displayName === accountName);
  switch (state) {
    case "IN_PROGRESS": {
      if (now.getTime() - requestedAt(creation) < slowAfterMilliseconds) return [];
      const message = `the account requested at ${requested} is still being created (${creation.id})`;
      return [finding("request-slow", accountName, message, "Ask AWS Support with the request's id.")];
    }
    case "FAILED": {
      if (live?.accounts.some(({ name }) => name === accountName)) return [];
      const message = `AWS did not create the account requested at ${requested}: ${failureReason}`;
      return declared
        ? [finding("request-failed", accountName, message, failureRemedy(failureReason))]
        : [note("request-failed", accountName, message, "The zone does not declare it (any more): nothing to do.")];
    }
    default:
      return [];
  }
}
