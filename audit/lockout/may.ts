import type { LandingZone } from "../../declaration/model";
import type { Bounds, Level } from "../../engine/bounds";
import type { PartialDecision, Reason } from "../../engine/decide/decision";
import { decide } from "../../engine/decide/decide";
import { decidePartly } from "../../engine/decide/decide-partly";
import type { Request } from "../../engine/request";
import { all, allowed, not, requests, statementApplies } from "../../engine/symbolic/build";
import type { Formula } from "../../engine/symbolic/formula";
import { type DomainAccount, requestDomain } from "../../engine/universe/request-domain";
import { memoized } from "../../engine/symbolic/memoized";
import type { ActionFacts, Universe } from "../../engine/universe/universe";
import { actionsOf, globalRegion } from "../../policies/catalogue/foundations/global-services";
import { found, isEmpty } from "../lint/questions";
import { overlap } from "../lint/overlap";
import { auditedGuardrails } from "../audited-guardrails";
import { idSignature } from "../zone/account-ids";
import { anyAccount } from "../zone/domain-account";

/** A role at work in an account. */
export interface Identity {
  /** Name of the account. */
  readonly account: string;
  readonly role: string;
  readonly region: string;
  readonly bounds: Bounds;
}

/** What keeps an identity from an action. */
export interface Lockout {
  /** A request that is refused like all others of the identity for the action. */
  readonly request: Request;
  readonly level: string;
  /** Id of the policy whose Deny decides; undefined: no Allow reaches the level. */
  readonly policy: string | undefined;
  readonly sid: string | undefined;
}

/** @param arns of what is acted on, undefined where that is not known */
export type Questions = (
  identity: Identity,
  action: string,
  arns: readonly (string | undefined)[],
) => Lockout | undefined;

/** Asks whether an identity may do an action at all; the same question is asked once. */
export function questions(zone: LandingZone, universe: Universe): Questions {
  const global = new Set(actionsOf("global").flatMap((pattern) => universe.matching(pattern)));
  const signature = idSignature(
    auditedGuardrails(zone).map(({ policy }) => policy),
    [],
  );
  const notClear = levelsNotClear();
  const lockoutAt = lockoutsAt();
  const accounts = new Map<string, DomainAccount>();
  const accountOf = (name: string): DomainAccount => {
    const account = accounts.get(name) ?? {
      ...anyAccount(zone),
      id: zone.ids.get(`account/${name}`),
    };
    accounts.set(name, account);
    return account;
  };

  return (identity, action, arns) => {
    const facts = universe.find(action);
    if (facts === undefined) throw new Error(`AWS has no action ${action}`);
    const account = accountOf(identity.account);
    const region = global.has(facts) ? globalRegion(zone.partition) : identity.region;
    for (const arn of actedOn(facts, arns)) {
      const asked: Asked = { facts, arn, account, region, role: identity.role };
      const key = [signature(account.id), identity.role, region, action, arn?.replaceAll(account.id, "")].join("\n");
      const lockout = lockoutAt(notClear(identity.bounds, asked, key), asked, key);
      if (lockout !== undefined) return lockout;
    }
    return undefined;
  };
}

/** An action of a role on a resource. */
interface Asked {
  readonly facts: ActionFacts;
  /** undefined: any resource of the action. */
  readonly arn: string | undefined;
  readonly account: DomainAccount;
  readonly region: string;
  readonly role: string;
}

/**
 * The levels that do not, each alone, let pass what is asked whatever is not known: the others change no decision. Accounts share the levels above
 * them, so that a level is asked once for all accounts that no policy tells apart by id.
 *
 * @param key what is asked, without the account's id
 */
function levelsNotClear(): (bounds: Bounds, asked: Asked, key: string) => Bounds {
  const known = new WeakMap<Level, Map<string, boolean>>();
  const isClear = (level: Level, alone: Bounds, asked: Asked, key: string): boolean =>
    memoized(known, level, key, () => partly(alone, asked) === "allowed");
  return ({ scp, rcp }, asked, key) => ({
    scp: scp.filter((level) => !isClear(level, { scp: [level], rcp: [] }, asked, key)),
    rcp: rcp.filter((level) => !isClear(level, { scp: [], rcp: [level] }, asked, key)),
  });
}

/** What keeps a role from what is asked, the same question asked once of the same levels. */
function lockoutsAt(): (bounds: Bounds, asked: Asked, key: string) => Lockout | undefined {
  const known = new Map<string, Lockout | undefined>();
  const numbers = new WeakMap<Level, number>();
  let last = 0;
  const numberOf = (level: Level): number => {
    const number = numbers.get(level) ?? last++;
    numbers.set(level, number);
    return number;
  };
  return (bounds, asked, key) => {
    if (bounds.scp.length + bounds.rcp.length === 0) return undefined;
    const about = `${bounds.scp.map(numberOf).join()}/${bounds.rcp.map(numberOf).join()}\n${key}`;
    if (!known.has(about)) known.set(about, lockoutOf(bounds, asked));
    return known.get(about);
  };
}

/** The resources that the action acts on; undefined alone when none of them is known. */
function actedOn({ resources }: ActionFacts, arns: readonly (string | undefined)[]): readonly (string | undefined)[] {
  const acted = arns.filter(
    (arn) => arn !== undefined && resources.some((pattern) => pattern !== "*" && overlap(pattern, arn)),
  );
  return acted.length === 0 ? [undefined] : [...new Set(acted)];
}

/** Decides as far as what is known of the role's requests goes. */
function partly(bounds: Bounds, asked: Asked): PartialDecision["verdict"] {
  const { facts, arn } = asked;
  const context = contextOf(asked);
  const known = new Set(Object.keys(context).map((key) => key.toLowerCase()));
  return decidePartly(bounds, {
    action: facts.name,
    resource: arn === undefined || /[*?]/.test(arn) ? undefined : arn,
    principal: principalOf(asked),
    context,
    unknown: (key) => !known.has(key.toLowerCase()),
  }).verdict;
}

/** Only what is left open is a question about all requests of the role. */
function lockoutOf(bounds: Bounds, asked: Asked): Lockout | undefined {
  const { facts, arn, account } = asked;
  const verdict = partly(bounds, asked);
  if (verdict === "allowed") return undefined;
  const requested = requests({
    resources: arn === undefined ? undefined : [arn],
    when: { StringEquals: contextOf(asked) },
  });
  const domain = requestDomain(facts, account, "member");
  const permitted = all([allowed(bounds, facts.name), requested]);
  if (verdict === "undecided" && !isEmpty(permitted, domain)) return undefined;
  const refused = found(requested, facts.name, domain);
  if (refused === undefined) return undefined;
  const request = { ...refused, principal: principalOf(asked) };
  return { request, ...decidedBy(bounds, request, (set) => isEmpty(all([requested, set]), domain)) };
}

function principalOf({ account, role }: Asked): string {
  return `arn:${account.partition}:iam::${account.id}:role/${role}`;
}

/**
 * What every request of the role carries (IAM User Guide, "AWS global condition context keys"). Its credentials are temporary, so that they say
 * whether whoever assumed it gave an MFA code with the call: pipelines and roles cannot.
 */
function contextOf(asked: Asked): Readonly<Record<string, string>> {
  return {
    "aws:PrincipalArn": principalOf(asked),
    "aws:PrincipalAccount": asked.account.id,
    "aws:PrincipalIsAWSService": "false",
    "aws:RequestedRegion": asked.region,
    "aws:SecureTransport": "true",
    "aws:ViaAWSService": "false",
    "aws:MultiFactorAuthPresent": "false",
  };
}

/**
 * Of the statements that deny the request shown, one that denies all the role can make: another may deny this one alone, for what it leaves out.
 *
 * @param isNever whether the role makes no request of a set
 */
function decidedBy(
  bounds: Bounds,
  request: Request,
  isNever: (set: Formula) => boolean,
): Pick<Lockout, "level" | "policy" | "sid"> {
  const { levels } = decide(bounds, request);
  const reasons = levels.flatMap(({ denies }) => denies);
  const escaping = ({ statement }: Reason): Formula => not(statementApplies(statement, "2012-10-17", request.action));
  const reason = reasons.find((each) => isNever(escaping(each))) ?? reasons[0];
  const silent = levels.find(({ verdict }) => verdict === "implicit-deny");
  return { level: reason?.level ?? silent?.level ?? "", policy: reason?.policy, sid: reason?.statement.sid };
}
