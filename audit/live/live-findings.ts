import { type IdKey, idsFrom } from "../../declaration/ids";
import type { LandingZone } from "../../declaration/model";
import { withPlaceholderIds } from "../../declaration/placeholder-ids";
import { UserError } from "../../declaration/user-error";
import type { Universe } from "../../engine/universe/universe";
import type { LiveGuardrails } from "../../live/live-guardrails";
import { type AccountsChange, changedStandings } from "../diff/changed-standings";
import { diffVerdict } from "../diff/verdict";
import type { Finding } from "../finding";
import type { LiveSummary } from "../report/report";
import { counted } from "../report/verdict";
import { domainAccount } from "../zone/domain-account";
import type { Compared, LiveDifference } from "./compared";
import { liveRules } from "./differences";
import { accountNode, boundsIn, type Governed } from "./governed";
import { type Matched, matched } from "./matched";
import { declaredSide, liveSide, readLivePolicies } from "./sides";

/** What is to be said of the organisation as it is. */
export interface LiveComparison {
  /** One for each difference, with what it alone newly allows or denies. */
  readonly findings: readonly Finding[];
  /** All of them together. */
  readonly summary: LiveSummary;
  /** The zone with the ids that the organisation has and its lock file has not. */
  readonly zone: LandingZone;
}

/**
 * Compares the organisation with the zone: its tree, accounts, policy types, policies and attachments, and what each difference means for what the
 * accounts may do.
 *
 * @param zone as it was loaded
 * @throws UserError when the zone is of another organisation
 */
export function compareLive(zone: LandingZone, guardrails: LiveGuardrails, universe: Universe): LiveComparison {
  const compared = comparedWith(zone, guardrails);
  const differences = liveRules.flatMap((rule) => rule(compared));
  const found = differences.map(({ alone }) => alone && consequences(compared, alone, universe));
  // One difference alone is all of them: on 1,000 accounts each comparison takes seconds.
  const together = found.length > 1 ? consequences(compared, compared.live, universe) : (found[0] ?? []);
  return {
    findings: differences.map((difference, index) => asFinding(difference, found[index])),
    summary: {
      organization: guardrails.organization.id,
      differences: differences.length,
      sentence: sentenceOf(differences, together, compared.at.accounts.size),
      together,
    },
    zone: compared.zone,
  };
}

function sentenceOf(
  differences: readonly LiveDifference[],
  changes: readonly AccountsChange[],
  compared: number,
): string {
  if (differences.length === 0) return "The live organisation is as declared.";
  return `The live organisation differs from the zone in ${counted(differences.length, "way")}. ${diffVerdict({ changes, compared })}`;
}

function comparedWith(zone: LandingZone, guardrails: LiveGuardrails): Compared {
  const { organization } = guardrails;
  if (zone.ids.has("organization") && zone.ids.get("organization") !== organization.id) {
    throw new UserError(
      `these credentials are of the organisation ${organization.id}; the zone is of ${zone.ids.get("organization")}`,
      "Sign in to the management account of the zone's organisation, or name another zone with --zone.",
    );
  }
  const at = matched(zone, organization);
  const known = withLiveIds(zone, guardrails, at);
  const read = readLivePolicies(guardrails, at);
  const live = liveSide(guardrails, at, read);
  return { zone: known, guardrails, at, read, live, declared: declaredSide(known, guardrails, at, read) };
}

/** An organisation may be ahead of the lock file: documents then name what it has. */
function withLiveIds(zone: LandingZone, { organization }: LiveGuardrails, { units, accounts }: Matched): LandingZone {
  const live: readonly (readonly [IdKey, string])[] = [
    ["organization", organization.id],
    ["root", organization.rootId],
    ...[...units].map(([path, { id }]) => [`organizational-unit/${path}`, id] as const),
    ...[...accounts].map(([name, { id }]) => [`account/${name}`, id] as const),
  ];
  const ids = idsFrom({ ...Object.fromEntries(live), ...Object.fromEntries(zone.ids.entries()) });
  return withPlaceholderIds({ ...zone, ids });
}

/** @param after what bounds the accounts in place of what is declared */
function consequences(
  { zone, at, declared }: Compared,
  after: Governed,
  universe: Universe,
): readonly AccountsChange[] {
  const members = zone.accounts.filter(
    ({ name }) => name !== zone.foundation.management.name && at.accounts.get(name) !== undefined,
  );
  const pairs = members.map(({ name }) => ({
    account: name,
    domainAccount: domainAccount(zone, name),
    before: boundsIn(declared, accountNode(name)),
    after: boundsIn(after, accountNode(name)),
  }));
  return changedStandings(pairs, universe);
}

/**
 * Worst is what lets requests through that the zone refuses.
 * @param alone what the difference newly allows or denies; undefined for one that is about no policy's reach
 */
function asFinding(
  { rule, subject, account, message, remedy }: LiveDifference,
  alone: readonly AccountsChange[] | undefined,
): Finding {
  const changes = alone ?? [];
  const effect = alone?.length === 0 ? "; no request of any account is decided otherwise" : "";
  const all = changes.flatMap((each) => each.changes);
  const opens = all.find(({ newlyAllowed }) => newlyAllowed !== undefined);
  const isWorse = opens !== undefined || all.some(({ undecided }) => undecided);
  return {
    rule,
    severity: isWorse ? "error" : "warning",
    message: `${message}${effect}`,
    where: { subject, account: account === subject ? undefined : account },
    remedy,
    request: (opens ?? all[0])?.newlyAllowed ?? all[0]?.newlyDenied,
    changes,
  };
}
