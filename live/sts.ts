import {
  AssumeRoleCommand,
  AssumeRoleWithWebIdentityCommand,
  type Credentials,
  GetCallerIdentityCommand,
  STSClient,
} from "@aws-sdk/client-sts";
import { UserError } from "../declaration/user-error";
import { clientSettings } from "./aws-client";
import type { Environment } from "./environment";

/** STS API Reference, AssumeRole: RoleSessionName has 2 to 64 characters. */
const sessionNameLimit = 64;

/** Who calls AWS, and from which region's endpoint. */
export interface Caller {
  readonly region: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** Account and ARN of the caller. @throws UserError when AWS does not accept the credentials, or there are none */
export function whoAmI(caller: Caller): Promise<{ readonly account: string; readonly arn: string }> {
  const remedy = "Sign in (`aws sso login`), or set AWS_PROFILE or access keys.";
  return withSts(caller, "AWS does not know who you are", remedy, async (sts) => {
    const { Account: account, Arn: arn } = await sts.send(new GetCallerIdentityCommand({}));
    if (!account || !arn) throw new Error("STS answered without an account");
    return { account, arn };
  });
}

/** The caller's own credentials, wherever the SDK finds them, as environment variables. */
export function ownCredentials(caller: Caller): Promise<Environment> {
  return withSts(
    caller,
    "no AWS credentials were found",
    "Sign in, or set AWS_PROFILE or access keys.",
    async (sts) => {
      const { accessKeyId, secretAccessKey, sessionToken } = await sts.config.credentials();
      return variables(accessKeyId, secretAccessKey, sessionToken);
    },
  );
}

/** Session of a role, by the caller's credentials. @throws UserError naming the role */
export function assumeRole(caller: Caller, roleArn: string, sessionName: string): Promise<Environment> {
  const remedy = "`landfall bootstrap` makes the management account's roles; the role must trust you.";
  return withSts(caller, `the role ${roleArn} cannot be assumed`, remedy, async (sts) => {
    const RoleSessionName = sessionName.slice(0, sessionNameLimit);
    return session((await sts.send(new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName }))).Credentials);
  });
}

/** Session of a role, by a pipeline's web identity token; needs no credentials. @throws UserError naming the role */
export function assumeRoleByToken(caller: Caller, roleArn: string, token: string): Promise<Environment> {
  const remedy =
    "The token's subject must be the one the account's `service` names, of the zone's `deployment.github.owner`.";
  return withSts(caller, `the role ${roleArn} does not accept this web identity`, remedy, async (sts) => {
    const RoleSessionName = roleArn.split("/").pop() ?? "landfall";
    const input = { RoleArn: roleArn, RoleSessionName, WebIdentityToken: token };
    return session((await sts.send(new AssumeRoleWithWebIdentityCommand(input))).Credentials);
  });
}

async function withSts<T>(
  { region, environment }: Caller,
  failure: string,
  remedy: string,
  call: (sts: STSClient) => Promise<T>,
): Promise<T> {
  const sts = new STSClient(clientSettings(region, environment));
  try {
    return await call(sts);
  } catch (error) {
    throw new UserError(`${failure}: ${error instanceof Error ? error.message : String(error)}`, remedy);
  } finally {
    sts.destroy();
  }
}

function session(credentials: Credentials | undefined): Environment {
  if (!credentials?.AccessKeyId || !credentials.SecretAccessKey) throw new Error("STS answered without credentials");
  return variables(credentials.AccessKeyId, credentials.SecretAccessKey, credentials.SessionToken);
}

function variables(key: string, secret: string, token: string | undefined): Environment {
  return { AWS_ACCESS_KEY_ID: key, AWS_SECRET_ACCESS_KEY: secret, ...(token ? { AWS_SESSION_TOKEN: token } : {}) };
}
