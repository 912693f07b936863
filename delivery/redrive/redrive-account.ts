import { SQSClient } from "@aws-sdk/client-sqs";
import { loadZone } from "../../declaration/load";
import { didYouMean, listed } from "../../declaration/problem/nearest";
import { accountStackId, stacksOf } from "../../declaration/stacks";
import { unknownAccount } from "../../declaration/unknown-account";
import { UserError } from "../../declaration/user-error";
import { clientSettings } from "../../live/aws-client";
import type { CredentialsFor } from "../credentials";
import { memberCredentials } from "../member-credentials";
import { type DeadLetters, deadLettersOf, moveBack } from "./dead-letters";

/** A dead-letter queue, and whether what is in it is on its way back. */
export interface Redriven extends DeadLetters {
  readonly moves: boolean;
}

export interface RedriveOptions {
  readonly zoneDirectory: string;
  readonly account: string;
  /** Names of queues; all of the account when there is none. */
  readonly only: readonly string[];
  readonly move: boolean;
  readonly credentialsFor: CredentialsFor;
  /** Endpoint and proxy. */
  readonly environment: NodeJS.ProcessEnv;
}

/**
 * The dead-letter queues of an account, and moves back what is in them when told to. A message that is worked off again has the effect it had
 * before and no other: consumers are idempotent.
 * @throws DeclarationError, UserError for an account or a queue that is not there
 */
export async function redriveAccount(options: RedriveOptions): Promise<readonly Redriven[]> {
  const { account, only, move, environment } = options;
  const zone = loadZone(options.zoneDirectory);
  const spec = stacksOf(zone).find(({ id, kind }) => kind === "account" && id === accountStackId(account));
  if (!spec) throw unknownAccount(account, zone.accounts);
  const session = await memberCredentials(options.credentialsFor, zone, spec, environment);
  const client = new SQSClient(clientSettings(zone.regions.home, { ...environment, ...session }));
  return redrive(client, only, move);
}

/** The same with a client of the account. */
export async function redrive(client: SQSClient, only: readonly string[], move: boolean): Promise<readonly Redriven[]> {
  const found = await deadLettersOf(client);
  const names = found.map(({ name }) => name);
  const unknown = only.find((name) => !names.includes(name));
  if (unknown !== undefined) {
    const message = `the account has no dead-letter queue ${unknown}${didYouMean(unknown, names)}`;
    throw new UserError(message, `Name one of ${listed(names)}.`);
  }
  const redriven: Redriven[] = [];
  for (const letters of found.filter(({ name }) => only.length === 0 || only.includes(name))) {
    redriven.push({ ...letters, moves: move && letters.messages > 0 && (await moveBack(client, letters)) });
  }
  return redriven;
}
