import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import type { AwsCall, AwsResponse } from "../gateway/call";
import { queryCall } from "../gateway/internal-call";

export interface CreateAccountStatus {
  readonly Id: string;
  readonly AccountName: string;
  readonly State: "IN_PROGRESS" | "SUCCEEDED" | "FAILED";
  /** Seconds since 1970. */
  readonly RequestedTimestamp: number;
  readonly CompletedTimestamp?: number;
  readonly AccountId?: string;
  readonly FailureReason?: string;
}

/** Account creations of this run, by the id of their request. */
export interface AccountCreations {
  inProgress(): number;
  find(id: string): CreateAccountStatus | undefined;
  /** Resolves when the creation has come to an end. */
  ended(id: string): Promise<void>;
  list(): readonly CreateAccountStatus[];
  /** Emails of accounts that are being created. */
  emails(): readonly string[];
  start(email: string, name: string, finish: () => Promise<Completion>): CreateAccountStatus;
}

export type Completion = { readonly AccountId: string } | { readonly FailureReason: string };

export function accountCreations(milliseconds: number): AccountCreations {
  const statuses = new Map<string, CreateAccountStatus>();
  const emails = new Map<string, string>();
  const endings = new Map<string, Promise<void>>();
  const complete = async (status: CreateAccountStatus, finish: () => Promise<Completion>): Promise<void> => {
    await sleep(milliseconds, undefined, { ref: false });
    const completion = await finish().catch((): Completion => ({ FailureReason: "INTERNAL_FAILURE" }));
    const State = "AccountId" in completion ? "SUCCEEDED" : "FAILED";
    statuses.set(status.Id, { ...status, State, ...completion, CompletedTimestamp: seconds() });
    emails.delete(status.Id);
  };
  return {
    inProgress: () => emails.size,
    ended: (id) => endings.get(id) ?? Promise.resolve(),
    find: (id) => statuses.get(id),
    list: () => [...statuses.values()],
    emails: () => [...emails.values()],
    start: (email, AccountName, finish) => {
      const Id = `car-${randomBytes(16).toString("hex")}`;
      const status: CreateAccountStatus = { Id, AccountName, State: "IN_PROGRESS", RequestedTimestamp: seconds() };
      statuses.set(Id, status);
      emails.set(Id, email);
      endings.set(Id, complete(status, finish));
      return status;
    },
  };
}

/**
 * Creates the account in the emulator, and gives its first role what AWS gives it: `AdministratorAccess`
 * (Organizations User Guide, "Accessing member accounts"). The emulator makes the role and its trust in the management account.
 */
export async function createInEmulator(
  call: AwsCall,
  roleName: string,
  forward: (call: AwsCall) => Promise<AwsResponse>,
): Promise<Completion> {
  const answer = await forward(call);
  if (answer.status !== 200) return { FailureReason: "INTERNAL_FAILURE" };
  const output = JSON.parse(answer.body.toString()) as { CreateAccountStatus: { AccountId: string } };
  const { AccountId } = output.CreateAccountStatus;
  const policy = { PolicyArn: "arn:aws:iam::aws:policy/AdministratorAccess", RoleName: roleName };
  await forward(queryCall("iam", AccountId, { Action: "AttachRolePolicy", Version: "2010-05-08", ...policy }));
  return { AccountId };
}

const seconds = (): number => Math.floor(Date.now() / 1000);
