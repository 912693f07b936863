import type { LandingZone } from "../../declaration/model";
import type { FilePlace } from "../../declaration/source/guardrail-places";
import type { Bounds } from "../../engine/bounds";
import { decidePartly } from "../../engine/decide/decide-partly";
import type { LevelDecision, PartialDecision, Reason, Verdict } from "../../engine/decide/decision";
import type { Statement } from "../../engine/policy/policy";
import type { Request } from "../../engine/request";
import { requestDomain } from "../../engine/universe/request-domain";
import type { ActionFacts } from "../../engine/universe/universe";
import { auditedGuardrails } from "../audited-guardrails";
import { accountOf, boundsOf } from "../bounds-of";
import { fullAwsAccess } from "../full-aws-access";
import { type Assumption, assumptions } from "./known-context";

/** What is asked: may an account do this? */
export interface Question {
  readonly account: string;
  readonly action: ActionFacts;
  readonly resource: string | undefined;
  readonly principal: string | undefined;
  readonly context: Request["context"];
  /** Keys that are known to be absent. */
  readonly absent: readonly string[];
  /** Region a call of the action's service has when nobody says otherwise. */
  readonly region: string;
}

/** A statement that applies, or that applies or not depending on what is unknown. */
export interface ExplainedStatement {
  readonly policy: string;
  /** The Sid, or the position in the policy from 1. */
  readonly statement: string;
  readonly effect: Statement["effect"];
  readonly inDoubt: boolean;
  readonly place: FilePlace | undefined;
}

export interface ExplainedLevel {
  readonly layer: Reason["layer"];
  readonly level: string;
  readonly verdict: Verdict | "undecided";
  readonly statements: readonly ExplainedStatement[];
}

export interface Explanation {
  readonly account: string;
  readonly action: string;
  readonly resource: string | undefined;
  readonly verdict: PartialDecision["verdict"];
  /** Why nothing binds the call, when nothing does. */
  readonly unbound: "management account" | "service-linked role" | undefined;
  /** What would have to be known. */
  readonly needs: readonly string[];
  readonly assumed: readonly Assumption[];
  readonly levels: readonly ExplainedLevel[];
}

/**
 * Decides a request as far as the question tells, level by level.
 * @param placeOf where the zone declares a statement of a guardrail
 * @throws UserError when the zone has no such account
 */
export function explain(
  zone: LandingZone,
  question: Question,
  placeOf: (guardrail: string, statement: Statement) => FilePlace | undefined,
): Explanation {
  const account = accountOf(zone, question.account);
  const accountId = zone.ids.get(`account/${account.name}`) ?? "";
  const organizationId = zone.ids.get("organization");
  const resource = question.resource ?? (question.action.resources.every((each) => each === "*") ? "*" : undefined);
  const { principal, region } = question;
  const assumed = assumptions({ accountId, organizationId, principal, resource, region }, question.context).filter(
    ({ key }) => !isAbsent(question, key),
  );
  const context = { ...question.context, ...Object.fromEntries(assumed.map(({ key, value }) => [key, value])) };
  const known = new Set(Object.keys(context).map((key) => key.toLowerCase()));
  const domain = requestDomain(question.action, { id: accountId, partition: zone.partition, organizationId }, "member");
  const bounds = boundsFor(zone, account.name, resource);
  const decision = decidePartly(bounds, {
    action: question.action.name,
    resource,
    principal,
    context,
    unknown: (key) =>
      !known.has(key.toLowerCase()) && !isAbsent(question, key) && domain.keyDomain(key).presence !== "never",
  });
  const doubts = decision.verdict === "undecided" ? decision.reasons : [];
  return {
    account: account.name,
    action: question.action.name,
    resource,
    verdict: decision.verdict,
    unbound: unboundBy(decision, account.name === zone.foundation.management.name),
    needs: decision.verdict === "undecided" ? decision.needs : [],
    assumed,
    levels: decision.levels.map((level) => explainedLevel(level, doubts, placeOf)),
  };
}

/** The management account is bound by the resource control policies of the members whose resources it acts on. */
function unboundBy(decision: PartialDecision, isManagement: boolean): Explanation["unbound"] {
  if (decision.verdict === "undecided") return undefined;
  if (decision.exempt) return "service-linked role";
  return isManagement && decision.levels.length === 0 ? "management account" : undefined;
}

function isAbsent({ absent }: Question, key: string): boolean {
  return absent.some((each) => each.toLowerCase() === key.toLowerCase());
}

/**
 * The caller's service control policies, and the resource control policies of the account the resource is in: another account of the zone where the
 * ARN says so, none where it is nobody's of the zone.
 */
function boundsFor(zone: LandingZone, account: string, resource: string | undefined): Bounds {
  const own = boundsOf(zone, account);
  const owner = resource?.split(":")[4];
  if (!owner || !/^\d{12}$/.test(owner) || owner === zone.ids.get(`account/${account}`)) return own;
  const other = zone.accounts.find(({ name }) => zone.ids.get(`account/${name}`) === owner);
  return { scp: own.scp, rcp: other === undefined ? [] : boundsOf(zone, other.name).rcp };
}

function explainedLevel(
  { layer, level, verdict, allows, denies }: LevelDecision,
  doubts: readonly Reason[],
  placeOf: (guardrail: string, statement: Statement) => FilePlace | undefined,
): ExplainedLevel {
  const inDoubt = doubts.filter((doubt) => doubt.layer === layer && doubt.level === level);
  const explained = (reason: Reason, isInDoubt: boolean): ExplainedStatement => ({
    policy: reason.policy,
    statement: reason.statement.sid ?? `statement ${reason.statement.index + 1}`,
    effect: reason.statement.effect,
    inDoubt: isInDoubt,
    place: reason.policy === fullAwsAccess.id ? undefined : placeOf(reason.policy, reason.statement),
  });
  return {
    layer,
    level,
    verdict: inDoubt.length > 0 && verdict !== "explicit-deny" ? "undecided" : verdict,
    statements: [
      ...denies.map((reason) => explained(reason, false)),
      ...inDoubt.map((reason) => explained(reason, true)),
      ...allows.map((reason) => explained(reason, false)),
    ],
  };
}

/** Whether a guardrail's statements are those of a file of the zone's own. */
export function isOwnPolicy(zone: LandingZone, guardrail: string): boolean {
  return auditedGuardrails(zone).some(({ name, isOwn }) => isOwn && name === guardrail);
}
