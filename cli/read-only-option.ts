import { Option } from "commander";
import { ambientCredentials, type CredentialsFor } from "../delivery/credentials";
import { readOnlyCredentials } from "../delivery/read-only-credentials";

/** `--read-only`, the same for every command that only looks. */
export function readOnlyOption(): Option {
  return new Option("--read-only", "use the roles landfall-plan, which can change nothing and read no data");
}

export interface ReadOnlyOptions {
  readonly readOnly?: boolean;
}

/** Credentials from those of whoever runs the command. */
export function credentialsOf({ readOnly }: ReadOnlyOptions): CredentialsFor {
  return readOnly ? readOnlyCredentials(process.env) : ambientCredentials(process.env);
}
