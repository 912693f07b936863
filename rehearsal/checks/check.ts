import type { AwsCredentialIdentity } from "@aws-sdk/types";
import type { LandingZone } from "../../declaration/model";

/** One thing a rehearsal proved or failed to prove from outside. */
export interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
}

/** How a check reaches the local AWS: as any SDK would. */
export interface RehearsedAws {
  readonly zone: LandingZone;
  /** Base URL for SDK clients. */
  readonly endpoint: string;
  /** Credentials of the operator in the management account. */
  readonly operator: AwsCredentialIdentity;
  /** Credentials of the platform role in an account, by the account's name. */
  readonly platform: (account: string) => Promise<AwsCredentialIdentity>;
}

/** SDK client settings for the rehearsed AWS. */
export function clientSettings(aws: RehearsedAws, credentials: AwsCredentialIdentity) {
  return { endpoint: aws.endpoint, region: aws.zone.regions.home, credentials, maxAttempts: 2 };
}

/** A check whose body lists what is wrong: it holds when the list is empty; a thrown error is a failed check. */
export async function check(name: string, proved: string, body: () => Promise<readonly string[]>): Promise<Check> {
  try {
    const problems = await body();
    return { name, ok: problems.length === 0, detail: problems.length === 0 ? proved : problems.join("; ") };
  } catch (error) {
    return { name, ok: false, detail: error instanceof Error ? `${error.name}: ${error.message}` : String(error) };
  }
}

/** What is in one list and not in the other, as sentences. */
export function differences(what: string, expected: readonly string[], found: readonly string[]): string[] {
  return [
    ...expected.filter((item) => !found.includes(item)).map((item) => `${what} ${item} is missing`),
    ...found.filter((item) => !expected.includes(item)).map((item) => `${what} ${item} is not declared`),
  ];
}
