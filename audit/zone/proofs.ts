import type { Bounds } from "../../engine/bounds";
import { all, allowed, not, requests } from "../../engine/symbolic/build";
import type { ActionClass } from "../../engine/universe/action-classes";
import type { DomainAccount } from "../../engine/universe/request-domain";
import type { Claim } from "../../policies/claim";
import type { AuditedGuardrail } from "../audited-guardrails";
import { deniedOf } from "../claims/denied-of";
import { bindsCaller, boundsOfCaller } from "../claims/prove";
import { type Answer, type Ask, none } from "./ask";

/** The classes of a claim whose requests its own guardrail does not all deny, wherever it binds: only these need to be asked about on a path. */
export function leftOpen(
  ask: Ask,
  guardrail: Pick<AuditedGuardrail, "policy" | "type">,
  { denied }: Claim,
  classes: readonly ActionClass[],
  account: DomainAccount,
): readonly ActionClass[] {
  if (!bindsCaller(guardrail.type, denied)) return classes;
  const { caller = "member" } = denied;
  const fitting = requests(denied);
  return classes.filter((actionClass) => {
    const escaping = all([fitting, not(deniedOf(guardrail, actionClass.representative.name))]);
    return ask.has(escaping, { actionClass, account, caller }) !== "none";
  });
}

/** A request that fits a claim and that the bounds of an account allow; classes are asked about in order. */
export function refutation(
  ask: Ask,
  { denied }: Claim,
  classes: readonly ActionClass[],
  bounds: Bounds,
  account: DomainAccount,
): Answer {
  const { caller = "member" } = denied;
  const fitting = requests(denied);
  const binding = boundsOfCaller(denied, bounds);
  let open: Answer = none;
  for (const actionClass of classes) {
    const about = { actionClass, account, caller };
    const escaping = all([allowed(binding, actionClass.representative.name), fitting]);
    if (ask.has(escaping, about) === "none") continue;
    const answer = ask.find(escaping, about);
    if (answer.is === "found") return answer;
    open = answer;
  }
  return open;
}

/** Whether any request fits a claim at all. */
export function fits(ask: Ask, { denied }: Claim, classes: readonly ActionClass[], account: DomainAccount): boolean {
  const { caller = "member" } = denied;
  const fitting = requests(denied);
  return classes.some((actionClass) => ask.has(fitting, { actionClass, account, caller }) !== "none");
}
