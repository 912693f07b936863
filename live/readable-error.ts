import { UserError } from "../declaration/user-error";

/** The policy is AWS's own; StackSets need what it has not. */
const access =
  "Sign in to the management account with the policy AWSOrganizationsReadOnlyAccess and cloudformation:ListStackSets.";

/** By the name of the error; CloudFormation, an older API, has another for the same. */
const remedies: Readonly<Record<string, string>> = {
  AWSOrganizationsNotInUseException:
    "Sign in to an organisation's management account; `landfall deploy` makes a new one.",
  AccessDeniedException: access,
  AccessDenied: access,
};

/** AWS's refusals that a user can do something about, as errors for people; any other error as it is. */
export function readableError(error: unknown): unknown {
  const remedy = error instanceof Error ? remedies[error.name] : undefined;
  if (!(error instanceof Error) || remedy === undefined) return error;
  return new UserError(`the organisation cannot be read: ${error.message}`, remedy);
}
