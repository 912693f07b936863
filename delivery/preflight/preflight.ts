import type { LandingZone } from "../../declaration/model";
import { UserError } from "../../declaration/user-error";
import type { CredentialsFor } from "../credentials";
import { describeOrganization } from "../describe-organization";
import { readOrganization } from "../../live/live-organization";
import { whoAmI } from "../../live/sts";
import { type Check, couldNotCheck, type Outcome, type PreflightContext } from "./check";
import { checks } from "./checks";
import { undeployedAccounts } from "./undeployed";

export interface PreflightOptions {
  readonly zone: LandingZone;
  /** The caller's own credentials, endpoint and proxy. */
  readonly environment: NodeJS.ProcessEnv;
  readonly credentialsFor: CredentialsFor;
  /** @throws UserError naming a tool that is missing or too old */
  readonly checkTools: () => Promise<void>;
}

export type CheckResult = Outcome & { readonly check: string };

/** Looks at everything a deployment needs, all of it whatever is found. Reads and simulates, and changes nothing. */
export async function preflight(options: PreflightOptions): Promise<readonly CheckResult[]> {
  const context = contextOf(options);
  const hasCredentials = await context.identity().then(
    () => true,
    () => false,
  );
  const outcomes = await Promise.all(
    checks.map(async (check) => {
      const found = check.asksAws && !hasCredentials ? [withoutCredentials] : await outcomesOf(check, context);
      return found.map((outcome) => ({ check: check.id, ...outcome }));
    }),
  );
  return outcomes.flat();
}

const withoutCredentials = couldNotCheck("there are no credentials to look with", "Sign in, and run it again.");

async function outcomesOf(check: Check, context: PreflightContext): Promise<readonly Outcome[]> {
  try {
    return await check.look(context);
  } catch (error) {
    if (error instanceof UserError) return [couldNotCheck(error.message, error.remedy)];
    const detail = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    return [couldNotCheck(detail, "Sign in to the management account as an administrator to have it looked at.")];
  }
}

function contextOf(options: PreflightOptions): PreflightContext {
  const caller = { region: options.zone.regions.home, environment: options.environment };
  const organization = once(() => describeOrganization(caller));
  const live = once(async () => ((await organization()) === undefined ? undefined : readOrganization(caller)));
  return {
    ...options,
    caller,
    identity: once(() => whoAmI(caller)),
    organization,
    live,
    undeployed: once(() => undeployedAccounts({ ...options, caller, live })),
  };
}

function once<Value>(read: () => Promise<Value>): () => Promise<Value> {
  let value: Promise<Value> | undefined;
  return () => (value ??= read());
}
