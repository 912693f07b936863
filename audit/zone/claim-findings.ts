import type { Request } from "../../engine/request";
import { any, all, not, requests } from "../../engine/symbolic/build";
import type { AuditedGuardrail } from "../audited-guardrails";
import { bindsCaller } from "../claims/prove";
import { deniedOf } from "../claims/denied-of";
import type { Finding } from "../finding";
import type { ClaimResult } from "../report/report";
import { counted } from "../report/verdict";
import type { Answer } from "./ask";
import { type ClaimsAsked, classesOf } from "./claim-results";
import { deniableClasses } from "./relevant-classes";

/** A claim that says nothing is a finding: of a wrong word in it, or of a guardrail that binds nobody yet, which is said once for all its claims. */
export function vacuousFindings(results: readonly ClaimResult[]): readonly Finding[] {
  const vacuous = results.filter(({ outcome }) => outcome === "vacuous");
  const bindsNobody = vacuous.filter(({ why }) => why === "it binds no account");
  const first = bindsNobody.filter(
    ({ guardrail }, at) => bindsNobody.findIndex((each) => each.guardrail === guardrail) === at,
  );
  return [...vacuous.filter((each) => !bindsNobody.includes(each)).map(wrongWord), ...first.map(waiting)];
}

function wrongWord({ guardrail, claim, why = "", place }: ClaimResult): Finding {
  return {
    rule: "vacuous-claim",
    severity: "warning",
    message: `the claim ${claim} says nothing: ${why}`,
    where: { guardrail, ...place },
    remedy: "Correct the actions, resources and conditions of the claim.",
  };
}

function waiting({ guardrail, place }: ClaimResult): Finding {
  return {
    rule: "vacuous-claim",
    severity: "note",
    message: "it binds no account, so its claims say nothing",
    where: { guardrail, ...place },
    remedy: "They will when an account moves below what the guardrail is attached to.",
  };
}

/** How many of the requests beyond the claims of a guardrail are told. */
const shown = 3;

/** What a guardrail denies and none of its claims says: the zone does not know what it asked for. */
export function excessFindings(asked: ClaimsAsked, guardrail: AuditedGuardrail): readonly Finding[] {
  const { name, policy, claims, type } = guardrail;
  const spoken = claims.filter(({ denied }) => bindsCaller(type, denied));
  const claimed = spoken.map((claim) => ({
    classes: new Set(classesOf(asked, claim)),
    requests: requests(claim.denied),
  }));
  const caller = type === "RESOURCE_CONTROL_POLICY" ? "anybody" : "member";
  const { ask, anyAccount: account } = asked;
  const found = [...deniableClasses(policy, asked.classes)].flatMap((actionClass) => {
    const said = claimed.filter(({ classes }) => classes.has(actionClass)).map((claim) => claim.requests);
    const beyond = all([deniedOf(guardrail, actionClass.representative.name), not(any(said))]);
    const about = { actionClass, account, caller } as const;
    return ask.has(beyond, about) === "none" ? [] : [{ beyond, about }];
  });
  const actions = found.reduce((sum, { about }) => sum + about.actionClass.actions.length, 0);
  const hasClaims = claims.length > 0;
  return found.slice(0, hasClaims ? shown : 1).map(({ beyond, about }) => ({
    rule: hasClaims ? "denies-more-than-claimed" : "no-claims",
    severity: hasClaims ? "warning" : "note",
    message: hasClaims
      ? `it denies what none of its claims says: requests of ${about.actionClass.representative.name}${others(actions - 1)}`
      : `it denies requests of ${counted(actions, "action")} and claims nothing, so nothing is proved of it`,
    where: { guardrail: name },
    remedy: hasClaims
      ? "Add a claim that says so, or narrow the policy."
      : "Write its claims beside it, in the zone's guardrails.",
    request: requestOf(ask.find(beyond, about)),
  }));
}

function others(count: number): string {
  return count === 0 ? "" : ` and ${counted(count, "other action")}`;
}

function requestOf(answer: Answer): Request | undefined {
  return answer.is === "found" ? answer.request : undefined;
}
