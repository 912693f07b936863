import type { Finding } from "../audit/finding";
import { lockouts } from "../audit/lockout/lockouts";
import { principalsOf } from "../audit/lockout/principals";
import type { LandingZone } from "../declaration/model";
import { UserError } from "../declaration/user-error";
import type { Universe } from "../engine/universe/universe";
import { stackNeeds } from "./stack-needs";

/** What the zone's own stacks say of its guardrails. */
export interface DeploymentLook {
  readonly findings: readonly Finding[];
  /** Patterns of the ARNs of the principals that the zone makes; undefined: its stacks could not be built. */
  readonly principals: readonly string[] | undefined;
}

/**
 * Builds the stacks and asks whether the identities that deploy them may do so. Stacks that cannot be built are a note: guardrails are audited
 * without them.
 * @param account the account to look at; undefined: all
 */
export function deploymentLook(zone: LandingZone, universe: Universe, account: string | undefined): DeploymentLook {
  try {
    const needs = stackNeeds(zone);
    const asked = needs.filter((each) => account === undefined || each.account === account);
    return { findings: lockouts(zone, asked, universe), principals: principalsOf(zone, needs) };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { findings: [notLooked(error)], principals: undefined };
  }
}

function notLooked({ message, remedy }: UserError): Finding {
  return {
    rule: "lock-out-not-looked-at",
    severity: "note",
    message: `the zone's stacks cannot be built, so nothing says whether they can be deployed: ${message}`,
    where: {},
    remedy,
  };
}
