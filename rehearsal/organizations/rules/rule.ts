import type { AccountCreations } from "../account-creation";
import type { Directory } from "../directory";
import type { OrganizationsOptions, Refusal } from "../options";
import type { OrganizationsError } from "../refuse";

/** String members of a call's input; absent ones are empty. */
export interface Input {
  readonly [member: string]: string;
}

export interface RuleContext {
  /** Account that calls. */
  readonly caller: string;
  readonly operation: string;
  readonly input: Input;
  readonly directory: Directory;
  readonly creations: AccountCreations;
  readonly options: OrganizationsOptions;
}

/** One thing AWS refuses: on which operations, and how it says so. */
export interface Rule {
  readonly refusal: Refusal;
  readonly operations: readonly string[];
  readonly check: (context: RuleContext) => Promise<OrganizationsError | undefined>;
}
