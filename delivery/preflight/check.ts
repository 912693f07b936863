import type { LandingZone } from "../../declaration/model";
import type { CredentialsFor } from "../credentials";
import type { OrganizationSummary } from "../describe-organization";
import type { LiveOrganization } from "../../live/live-organization";
import type { Caller } from "../../live/sts";
import type { UndeployedAccount } from "./undeployed";

/** What one look found. `by-hand` is a step no program can take; it is no finding. */
export type Outcome =
  | { readonly status: "ok"; readonly detail: string }
  | { readonly status: "finding" | "by-hand" | "could-not-check"; readonly detail: string; readonly remedy: string };

/** What checks look with. What several of them need is read once. */
export interface PreflightContext {
  readonly zone: LandingZone;
  readonly caller: Caller;
  readonly credentialsFor: CredentialsFor;
  /** @throws UserError naming a tool that is missing or too old */
  readonly checkTools: () => Promise<void>;
  /** Who the caller is. @throws UserError without credentials */
  readonly identity: () => Promise<{ readonly account: string; readonly arn: string }>;
  /** Undefined when the caller's account is in none. */
  readonly organization: () => Promise<OrganizationSummary | undefined>;
  readonly live: () => Promise<LiveOrganization | undefined>;
  readonly undeployed: () => Promise<readonly UndeployedAccount[]>;
}

/** One thing that a deployment to AWS needs. */
export interface Check {
  /** What it looks at, in a word or two. */
  readonly id: string;
  /** False for what is known without asking AWS. */
  readonly asksAws: boolean;
  /** @throws what AWS answers when it does not let the caller look */
  readonly look: (context: PreflightContext) => Promise<readonly Outcome[]>;
}

export const ok = (detail: string): Outcome => ({ status: "ok", detail });
export const finding = (detail: string, remedy: string): Outcome => ({ status: "finding", detail, remedy });
export const byHand = (detail: string, remedy: string): Outcome => ({ status: "by-hand", detail, remedy });
export const couldNotCheck = (detail: string, remedy: string): Outcome => ({
  status: "could-not-check",
  detail,
  remedy,
});
