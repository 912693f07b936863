import type { Account, LandingZone } from "../declaration/model";
import type { Universe } from "../engine/universe/universe";
import { auditedGuardrails } from "./audited-guardrails";
import { accountOf } from "./bounds-of";
import type { Finding } from "./finding";
import { lint } from "./lint/lint";
import type { LintSubject } from "./lint/subject";
import { packedPolicies } from "./packed-policies";
import type { AuditReport, ClaimResult, SourcePlace } from "./report/report";
import { verdictOf } from "./report/verdict";
import { asker } from "./zone/ask";
import { classesFor } from "./zone/classes";
import { anyAccount } from "./zone/domain-account";
import { excessFindings, vacuousFindings } from "./zone/claim-findings";
import { type ClaimsAsked, resultOf } from "./zone/claim-results";
import { groupsOf } from "./zone/groups";
import { packingFindings } from "./zone/packing";
import { matrixOf } from "./zone/matrix";
import { narrowed } from "./zone/narrowed";

/** What an audit looks at. */
export interface AuditModel {
  /** With the ids of its accounts, real or invented. */
  readonly zone: LandingZone;
  readonly universe: Universe;
}

/** What an audit is told beside the zone. */
export interface AuditSources {
  /** Where a guardrail is declared. */
  readonly placeOf?: (guardrail: string) => SourcePlace | undefined;
  /** What other looks at the same zone found: lock-out, the live organisation. */
  readonly findings?: readonly Finding[];
  /** What lint is told of the zone; undefined: no lint. */
  readonly lint?: Pick<LintSubject, "accountIds" | "principals" | "fileOf"> | undefined;
  /** Audit this account alone. */
  readonly account?: string | undefined;
  /** Audit actions that this pattern matches alone. */
  readonly action?: string | undefined;
  /** Told before each part of the work. */
  readonly onProgress?: (part: string, done: number, of: number) => void;
}

/**
 * Proves or refutes every claim of the zone's guardrails, and decides how every action stands in every account.
 *
 * @throws UserError for an account or an action that does not exist
 */
export function auditOf({ zone, universe: whole }: AuditModel, sources: AuditSources = {}): AuditReport {
  const { placeOf = () => undefined, findings: others = [], account, action, onProgress = () => undefined } = sources;
  const universe = action === undefined ? whole : narrowed(whole, action);
  const accounts: readonly Account[] | undefined = account === undefined ? undefined : [accountOf(zone, account)];
  onProgress("accounts", 0, zone.accounts.length);
  const groups = groupsOf(zone, accounts);
  const scoped = auditedGuardrails(zone).filter(
    ({ name }) => account === undefined || groups.some(({ guardrails }) => guardrails.includes(name)),
  );
  const packed = packedPolicies(zone);
  const policies = [...scoped, ...packed].map(({ policy }) => policy);
  const claims = scoped.flatMap((guardrail) => guardrail.claims);
  const classes = classesFor(universe, policies, claims);
  const asked: ClaimsAsked = {
    ask: asker(),
    universe,
    classes,
    groups,
    anyAccount: anyAccount(zone),
    placeOf,
  };
  const results = scoped.flatMap((guardrail, index) => {
    onProgress("claims", index, scoped.length);
    return guardrail.claims.map((claim) => resultOf(asked, guardrail, claim));
  });
  // Narrowed to an action, a claim about others says nothing, and that is no fault of it.
  const spoken = action === undefined ? results : results.filter(({ why }) => why !== "no action matches it");
  // A universe of some actions alone would make lint take all others for misspelt.
  const linted =
    action === undefined && sources.lint !== undefined ? lintOf(asked, scoped, sources.lint, onProgress) : [];
  onProgress("packs", 0, zone.accounts.length);
  const findings = bySeverity([
    ...findingsOf(asked, scoped, spoken),
    ...packingFindings(asked, zone, packed),
    ...linted,
    ...others,
  ]).map(placed(placeOf));
  onProgress("actions", 0, groups.length);
  return {
    formatVersion: 1,
    organization: zone.organization.name,
    universe: { version: universe.version, date: universe.date, actions: universe.actions.length },
    scope: { account, action },
    verdict: verdictOf(spoken, findings),
    claims: spoken,
    findings,
    matrix: matrixOf(asked.ask, universe, classes, groups, (name) => zone.ids.get(`account/${name}`)),
  };
}

function findingsOf(
  asked: ClaimsAsked,
  guardrails: ReturnType<typeof auditedGuardrails>,
  results: readonly ClaimResult[],
): readonly Finding[] {
  return [...vacuousFindings(results), ...guardrails.flatMap((guardrail) => excessFindings(asked, guardrail))];
}

function lintOf(
  { groups, universe, classes }: ClaimsAsked,
  policies: ReturnType<typeof auditedGuardrails>,
  told: NonNullable<AuditSources["lint"]>,
  onProgress: NonNullable<AuditSources["onProgress"]>,
): readonly Finding[] {
  onProgress("policies", 0, policies.length);
  return lint({ ...told, policies, paths: groups, universe, classes });
}

/** What has no place of its own stands where its guardrail is declared. */
function placed(placeOf: NonNullable<AuditSources["placeOf"]>): (finding: Finding) => Finding {
  return (finding) => {
    const { guardrail, file } = finding.where;
    if (guardrail === undefined || file !== undefined) return finding;
    return { ...finding, where: { ...finding.where, ...placeOf(guardrail) } };
  };
}

/** What is worst comes first; the rest of the order stays. */
function bySeverity(findings: readonly Finding[]): readonly Finding[] {
  const order = { error: 0, warning: 1, note: 2 } as const;
  return [...findings].sort((one, other) => order[one.severity] - order[other.severity]);
}
