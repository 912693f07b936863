import type { LandingZone } from "../../declaration/model";
import type { Bounds, Level } from "../../engine/bounds";
import type { PartialDecision, Reason } from "../../engine/decide/decision";
import { decide } from "../../engine/decide/decide";
import { decidePartly } from "../../engine/decide/decide-partly";
import { matchesAction } from "../../engine/match/action";
import type { Request } from "../../engine/request";
import { all, allowed, not, requests, statementApplies } from "../../engine/symbolic/build";
import type { Formula } from "../../engine/symbolic/formula";
import { type DomainAccount, requestDomain } from "../../engine/universe/request-domain";
import type { ActionFacts, Universe } from "../../engine/universe/universe";
import { actionsOf, globalRegion } from "../../policies/catalogue/foundations/global-services";
import { found, isEmpty } from "../lint/questions";
import { overlap } from "../lint/overlap";
import { auditedGuardrails } from "../audited-guardrails";
import { fullAwsAccess } from "../full-aws-access";
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

/** Whether a role may do an action at all on what it acts on: asked of as many accounts as no policy tells apart by id. */
export type Question = readonly Asked[];

export interface Questions {
  /** @param arns of what is acted on, undefined where that is not known */
  readonly about: (
    identity: Omit<Identity, "bounds">,
    action: string,
    arns: readonly (string | undefined)[],
  ) => Question;
  /** @param account name of the one that the question is about, or of one that no policy tells from it by id */
  readonly ask: (question: Question, account: string, bounds: Bounds) => Lockout | undefined;
}

/** Asks whether identities may do actions at all; the same question is asked once. */
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

  const known = new Map<string, Asked>();
  return {
    about: ({ account: name, role, region: own }, action, arns) => {
      const facts = universe.find(action);
      if (facts === undefined) throw new Error(`AWS has no action ${action}`);
      const account = accountOf(name);
      const region = global.has(facts) ? globalRegion(zone.partition) : own;
      return actedOn(facts, arns).map((arn) => {
        const key = [signature(account.id), role, region, action, arn?.replaceAll(account.id, "")].join("\n");
        const asked = known.get(key) ?? { facts, arn, account, region, role };
        known.set(key, asked);
        return asked;
      });
    },
    ask: (question, account, bounds) => {
      for (const asked of question) {
        const lockout = lockoutAt(notClear(bounds, asked), asked, accountOf(account));
        if (lockout !== undefined) return lockout;
      }
      return undefined;
    },
  };
}

/** An action of a role on a resource: one object for all accounts that no policy tells apart by id. */
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
 */
function levelsNotClear(): (bounds: Bounds, asked: Asked) => Bounds {
  const layers = {
    scp: clearLevels(
      (level) => ({ scp: [level], rcp: [] }),
      (level, action) => level.policies.includes(fullAwsAccess) && !speaksOf(level, action),
    ),
    rcp: clearLevels(
      (level) => ({ scp: [], rcp: [level] }),
      (level, action) => !speaksOf(level, action),
    ),
  };
  return ({ scp, rcp }, asked) => ({
    scp: scp.filter((level) => !layers.scp(level, asked)),
    rcp: rcp.filter((level) => !layers.rcp(level, asked)),
  });
}

/**
 * @param alone the level by itself
 * @param isSilentOn whether it lets an action pass by its words alone: most levels do most actions
 */
function clearLevels(
  alone: (level: Level) => Bounds,
  isSilentOn: (level: Level, action: string) => boolean,
): (level: Level, asked: Asked) => boolean {
  const known = new WeakMap<Level, Map<Asked, boolean>>();
  return (level, asked) => {
    const answers = known.get(level) ?? new Map<Asked, boolean>();
    if (answers.size === 0) known.set(level, answers);
    const answer =
      answers.get(asked) ?? (isSilentOn(level, asked.facts.name) || partly(alone(level), asked) === "allowed");
    answers.set(asked, answer);
    return answer;
  };
}

/** Whether any policy but FullAWSAccess names the action. */
function speaksOf({ policies }: Level, action: string): boolean {
  return policies.some(
    (each) =>
      each !== fullAwsAccess && each.policy.statements.some((statement) => matchesAction(statement.action, action)),
  );
}

/** What keeps a role from what is asked, the same question asked once of the same levels. */
function lockoutsAt(): (bounds: Bounds, asked: Asked, account: DomainAccount) => Lockout | undefined {
  const known = new Map<Asked, Map<string, Lockout | undefined>>();
  const numbers = new WeakMap<Level, number>();
  let last = 0;
  const numberOf = (level: Level): number => {
    const number = numbers.get(level) ?? last++;
    numbers.set(level, number);
    return number;
  };
  return (bounds, asked, account) => {
    if (bounds.scp.length + bounds.rcp.length === 0) return undefined;
    const answers = known.get(asked) ?? new Map<string, Lockout | undefined>();
    known.set(asked, answers);
    const levels = `${bounds.scp.map(numberOf).join()}/${bounds.rcp.map(numberOf).join()}`;
    if (!answers.has(levels)) answers.set(levels, lockoutOf(bounds, of(asked, account)));
    return answers.get(levels);
  };
}

/** The same asked of another account. */
function of(asked: Asked, account: DomainAccount): Asked {
  return { ...asked, account, arn: asked.arn?.replaceAll(asked.account.id, account.id) };
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
