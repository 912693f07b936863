import type { LandingZone } from "../../declaration/model";
import type { Universe } from "../../engine/universe/universe";
import type { Finding } from "../finding";
import { few } from "../lint/words";
import { actionsOfTypes } from "./actions";
import { type Group, groupsOf } from "../zone/groups";
import { type Lockout, type Question, type Questions, questions } from "./may";
import type { NeededResource, StackNeeds } from "./needs";

/** One action that a stack needs and its identity may not do. */
interface Lack {
  readonly needs: StackNeeds;
  readonly type: string;
  readonly action: string;
  /** Nothing but the removal of the resource needs it. */
  readonly isForRemoval: boolean;
  readonly lockout: Lockout;
}

/**
 * Which identities that deploy stacks can no longer do what the resources of their stacks need, whatever the rest of the request says.
 * What depends on tags and other arguments of a request is not found: of those the most favourable is assumed. Nothing binds the management
 * account (Organizations User Guide, "Service control policies (SCPs)"), so that its stacks are never locked out.
 *
 * @param needs of the stacks, the resources they contain
 * @throws Error for a resource type whose actions are not known
 */
export function lockouts(zone: LandingZone, needs: readonly StackNeeds[], universe: Universe): readonly Finding[] {
  const asked = questions(zone, universe);
  const groupOf = new Map(groupsOf(zone).flatMap((group) => group.accounts.map(({ name }) => [name, group] as const)));
  const byAlike = new Map<string, Alike>();
  const lacks = needs.flatMap((each) => {
    const group = groupOf.get(each.account);
    if (group === undefined || group.isManagement) return [];
    const key = `${group.alike.id}\n${alikeOf(each, zone.ids.get(`account/${each.account}`))}`;
    const alike = byAlike.get(key) ?? { actions: neededActions(each, asked), lacks: new Map<Group, readonly Lack[]>() };
    byAlike.set(key, alike);
    const found = alike.lacks.get(group) ?? lacksOf(each, alike.actions, group, asked);
    alike.lacks.set(group, found);
    return found.map((lack) => ({ ...lack, needs: each }));
  });
  return findingsOf(lacks);
}

/** Stacks that differ in nothing but their account's id, which no policy names, so that the same is asked of each: once of a group of accounts. */
interface Alike {
  readonly actions: readonly NeededAction[];
  readonly lacks: Map<Group, readonly Lack[]>;
}

type NeededAction = Pick<Lack, "type" | "action" | "isForRemoval"> & { readonly question: Question };

function alikeOf({ role, region, resources }: StackNeeds, id: string): string {
  const acted = resources.map(({ type, arn }) => `${type} ${arn?.replaceAll(id, "") ?? ""}`);
  return [role, region, ...acted].join("\n");
}

function neededActions(needs: StackNeeds, asked: Questions): readonly NeededAction[] {
  const byType = new Map<string, NeededResource[]>();
  for (const resource of needs.resources) byType.set(resource.type, [...(byType.get(resource.type) ?? []), resource]);
  return [...byType].flatMap(([type, resources]) => {
    const { create, read, update, delete: remove } = actionsOfType(type);
    const kept = new Set([...create, ...read, ...update]);
    const arns = resources.map(({ arn }) => arn);
    return [...new Set([...kept, ...remove])].map((action) => ({
      type,
      action,
      isForRemoval: !kept.has(action),
      question: asked.about(needs, action, arns),
    }));
  });
}

function lacksOf(
  needs: StackNeeds,
  actions: readonly NeededAction[],
  { bounds }: Group,
  asked: Questions,
): readonly Lack[] {
  return actions.flatMap(({ question, type, action, isForRemoval }) => {
    const lockout = asked.ask(question, needs.account, bounds);
    return lockout === undefined ? [] : [{ needs, type, action, isForRemoval, lockout }];
  });
}

function actionsOfType(type: string): (typeof actionsOfTypes)[string] {
  const actions = actionsOfTypes[type];
  if (actions === undefined)
    throw new Error(`no IAM actions are known for ${type}: add a row to audit/lockout/actions`);
  return actions;
}

/** One finding for an identity and what denies it: the same statement locks out of many actions in many accounts. */
function findingsOf(lacks: readonly Lack[]): readonly Finding[] {
  const byStatement = new Map<string, [Lack, ...Lack[]]>();
  for (const lack of lacks) {
    const key = [lack.needs.role, lack.isForRemoval, lack.lockout.policy, lack.lockout.sid].join("\n");
    const others = byStatement.get(key);
    if (others === undefined) byStatement.set(key, [lack]);
    else others.push(lack);
  }
  return [...byStatement.values()].map(findingOf);
}

function findingOf(lacks: readonly [Lack, ...Lack[]]): Finding {
  const [{ needs, isForRemoval, lockout }] = lacks;
  const distinct = (of: (lack: Lack) => string): readonly string[] => [...new Set(lacks.map(of))];
  const purpose = isForRemoval ? "to remove" : "for";
  const by =
    lockout.policy === undefined
      ? `nothing allows it at ${lockout.level}`
      : `${lockout.policy}${lockout.sid === undefined ? "" : `, ${lockout.sid},`} denies it`;
  return {
    rule: isForRemoval ? "removal-locked-out" : "locked-out",
    severity: isForRemoval ? "note" : "error",
    message:
      `${needs.role} may not do ${few(distinct(({ action }) => action))}, which it needs ${purpose} ` +
      `${few(distinct(({ type }) => type))} of ${few(distinct((lack) => lack.needs.stack))}: ${by}`,
    remedy: isForRemoval
      ? "Nothing, if it is meant to stay; otherwise let the role through, or take the guardrail off before the removal."
      : "Let the role through the guardrail, or attach the guardrail where its stacks are not.",
    where: { guardrail: lockout.policy, sid: lockout.sid, account: needs.account },
    request: lockout.request,
  };
}
