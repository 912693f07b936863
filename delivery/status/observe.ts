import { loadZone } from "../../declaration/load";
import type { LandingZone } from "../../declaration/model";
import { accountStackId, type StackKind, type StackSpec, stacksOf } from "../../declaration/stacks";
import { unknownAccount } from "../../declaration/unknown-account";
import { UserError } from "../../declaration/user-error";
import type { CredentialsFor } from "../credentials";
import { describeOrganization } from "../describe-organization";
import { readOrganization } from "../../live/live-organization";
import type { Caller } from "../../live/sts";
import { whoAmI } from "../../live/sts";
import type { Observation } from "./observation";
import { observeStacks } from "./observe-stacks";

export interface ObserveOptions {
  readonly zoneDirectory: string;
  readonly credentialsFor: CredentialsFor;
  /** The caller's own credentials, endpoint and proxy. */
  readonly environment: NodeJS.ProcessEnv;
  /** Name of the one account to look at: only its stacks' states are read then. */
  readonly only?: string | undefined;
}

/**
 * Reads the live organisation and the states, at any stage: nothing deployed, half deployed, all there.
 * @throws UserError without credentials, or for an account the zone does not have; DeclarationError
 */
export async function observe(options: ObserveOptions): Promise<Observation> {
  const zone = loadZone(options.zoneDirectory);
  checkName(zone, options.only);
  const management = await managementCaller(options, zone);
  const live = (await describeOrganization(management)) && (await readOrganization(management));
  const specs = stacksOf(zone).filter((spec) => isWanted(spec, options.only));
  const states = await observeStacks({ ...options, zone, management, specs });
  return { zone, live, ...states, now: new Date() };
}

/** As `landfall-org` where the caller may be, else as the caller: before `landfall bootstrap` there is no such role. */
async function managementCaller({ credentialsFor, environment }: ObserveOptions, zone: LandingZone): Promise<Caller> {
  const own = { region: zone.regions.home, environment };
  await whoAmI(own);
  const org = stacksOf(zone).find(({ kind }) => kind === "org");
  if (org === undefined) return own;
  try {
    return { ...own, environment: { ...environment, ...(await credentialsFor(org, zone)) } };
  } catch (error) {
    if (error instanceof UserError) return own;
    throw error;
  }
}

const ownKinds: readonly StackKind[] = ["dns", "region", "service"];

/** The account's own stacks, and those that route it. */
function isWanted(spec: StackSpec, only: string | undefined): boolean {
  if (only === undefined || spec.kind === "routing") return true;
  return spec.account.name === only && (spec.id === accountStackId(only) || ownKinds.includes(spec.kind));
}

function checkName(zone: LandingZone, only: string | undefined): void {
  const accounts = [...zone.accounts, ...zone.closedAccounts];
  if (only === undefined || accounts.some(({ name }) => name === only)) return;
  throw unknownAccount(only, accounts);
}
