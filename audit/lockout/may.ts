import type { LandingZone } from "../../declaration/model";
import type { Bounds } from "../../engine/bounds";
import { decide } from "../../engine/decide/decide";
import { decidePartly } from "../../engine/decide/decide-partly";
import type { Request } from "../../engine/request";
import { all, allowed, requests } from "../../engine/symbolic/build";
import type { Formula } from "../../engine/symbolic/formula";
import { type DomainAccount, requestDomain } from "../../engine/universe/request-domain";
import type { ActionFacts, Universe } from "../../engine/universe/universe";
import { actionsOf, globalRegion } from "../../policies/catalogue/foundations/global-services";
import { found, isEmpty } from "../lint/questions";
import { overlap } from "../lint/overlap";
import { domainAccount } from "../zone/groups";

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
  const accounts = new Map<string, DomainAccount>();
  const accountOf = (name: string): DomainAccount => {
    const account = accounts.get(name) ?? domainAccount(zone, zone.ids.get(`account/${name}`));
    accounts.set(name, account);
    return account;
  };
  const known = new WeakMap<Formula, Map<string, Lockout | undefined>>();

  return (identity, action, arns) => {
    const facts = universe.find(action);
    if (facts === undefined) throw new Error(`AWS has no action ${action}`);
    const region = global.has(facts) ? globalRegion(zone.partition) : identity.region;
    const permitted = allowed(identity.bounds, facts.name);
    const answers = known.get(permitted) ?? new Map<string, Lockout | undefined>();
    known.set(permitted, answers);
    for (const arn of actedOn(facts, arns)) {
      const key = [identity.account, identity.role, region, facts.resources.join(" "), arn].join("\n");
      if (!answers.has(key)) {
        answers.set(key, lockoutOf({ ...identity, region }, facts, arn, permitted, accountOf(identity.account)));
      }
      const lockout = answers.get(key);
      if (lockout !== undefined) return { ...lockout, request: { ...lockout.request, action: facts.name } };
    }
    return undefined;
  };
}

/** The resources that the action acts on; undefined alone when none of them is known. */
function actedOn({ resources }: ActionFacts, arns: readonly (string | undefined)[]): readonly (string | undefined)[] {
  const acted = arns.filter(
    (arn) => arn !== undefined && resources.some((pattern) => pattern !== "*" && overlap(pattern, arn)),
  );
  return acted.length === 0 ? [undefined] : [...new Set(acted)];
}

/** What is known is decided; only what is left open is a question about all requests of the identity. */
function lockoutOf(
  { role, region, bounds }: Identity,
  facts: ActionFacts,
  arn: string | undefined,
  permitted: Formula,
  account: DomainAccount,
): Lockout | undefined {
  const principal = `arn:${account.partition}:iam::${account.id}:role/${role}`;
  const context = {
    "aws:PrincipalArn": principal,
    "aws:PrincipalAccount": account.id,
    "aws:PrincipalIsAWSService": "false",
    "aws:RequestedRegion": region,
    "aws:SecureTransport": "true",
    "aws:ViaAWSService": "false",
  };
  const resource = arn === undefined || /[*?]/.test(arn) ? undefined : arn;
  const known = new Set(Object.keys(context).map((key) => key.toLowerCase()));
  const unknown = (key: string): boolean => !known.has(key.toLowerCase());
  const decision = decidePartly(bounds, { action: facts.name, resource, principal, context, unknown });
  if (decision.verdict === "allowed") return undefined;
  const asked = requests({
    resources: arn === undefined ? undefined : [arn],
    when: { StringEquals: context },
  });
  const domain = requestDomain(facts, account, "member");
  if (decision.verdict === "undecided" && !isEmpty(all([permitted, asked]), facts.name, domain)) return undefined;
  const refused = found(asked, facts.name, domain);
  if (refused === undefined) return undefined;
  const request = { ...refused, principal };
  return { request, ...decidedBy(bounds, request) };
}

function decidedBy(bounds: Bounds, request: Request): Pick<Lockout, "level" | "policy" | "sid"> {
  const { levels } = decide(bounds, request);
  const [reason] = levels.flatMap(({ denies }) => denies);
  const silent = levels.find(({ verdict }) => verdict === "implicit-deny");
  return { level: reason?.level ?? silent?.level ?? "", policy: reason?.policy, sid: reason?.statement.sid };
}
