import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { ambientCredentials, type CredentialsFor } from "../delivery/credentials";
import type { Environment } from "../delivery/child-environment";
import { pipelineToken } from "./web-identity";

/**
 * Who deploys what in a rehearsal: `landfall-org` and `landfall-platform` from the operator's own credentials, a service by its
 * repository's web identity token and nothing else, as its pipeline would.
 *
 * @param environment the operator's credentials and the endpoint
 */
export function rehearsalCredentials(environment: Environment, runDirectory: string): CredentialsFor {
  const operator = ambientCredentials(environment);
  return (spec, zone) => {
    const repository = spec.account.service?.repository;
    if (spec.identity !== "service" || repository === undefined) return operator(spec, zone);
    const file = join(runDirectory, `${spec.account.name}.jwt`);
    writeFileSync(file, pipelineToken(repository, spec.account.name), { mode: 0o600 });
    const withoutOperator = Object.fromEntries(
      Object.entries(environment).filter(([name]) => !name.startsWith("AWS_ACCESS") && !name.startsWith("AWS_SECRET")),
    );
    return ambientCredentials({ ...withoutOperator, AWS_WEB_IDENTITY_TOKEN_FILE: file })(spec, zone);
  };
}
