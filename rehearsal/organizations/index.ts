import type { AwsCall, AwsResponse, CallHandler } from "../gateway/call";
import { accountCreations, createInEmulator } from "./account-creation";
import type { AccountCreations, Completion } from "./account-creation";
import { directoryOf } from "./directory";
import type { Directory } from "./directory";
import type { OrganizationsOptions, Refusal } from "./options";
import { refuse, succeed } from "./refuse";
import { rules } from "./rules";
import type { Input } from "./rules/rule";
import { tokenBucket } from "./throttle";

type Forward = (call: AwsCall) => Promise<AwsResponse>;

/**
 * Makes the emulator's Organizations refuse what AWS refuses, create accounts eventually and throttle changes.
 * The organisation itself stays in the emulator, reached by `forward`.
 */
export function organizationsLink(options: OrganizationsOptions = {}): CallHandler {
  const creations = accountCreations(options.creationMilliseconds ?? 2_000);
  const mayPass = tokenBucket(options.writesPerSecond ?? 10, options.writeBurst ?? 20);
  const isOn = (refusal: Refusal): boolean => options.off?.includes(refusal) !== true;
  const busy = new Set<string>();
  let lastWrite: Promise<unknown> = Promise.resolve();

  return async (call, forward) => {
    const { operation = "" } = call;
    if (call.service !== "organizations") return undefined;
    const input = inputOf(call);
    if (isRead(operation)) {
      if (options.answersStatusWhenDone === true) await creations.ended(input["CreateAccountRequestId"] ?? "");
      return readCreations(operation, input, creations);
    }
    if (isOn("throttling") && !mayPass(Date.now()))
      return refuse({
        code: "TooManyRequestsException",
        message: "You have sent too many requests in too short a period of time. Try again later.",
      });
    const entity = entityOf(operation, input);
    if (isOn("concurrent-modification") && entity !== undefined && busy.has(entity))
      return refuse({
        code: "ConcurrentModificationException",
        message:
          "AWS Organizations can't complete your request because it conflicts with another attempt to modify the same entity. Try again later.",
      });
    if (entity !== undefined) busy.add(entity);
    // One change at a time: a check and the change it allows must see the same organisation.
    const write = lastWrite.then(() => change(call, operation, input, { options, creations, isOn }, forward));
    lastWrite = write.catch(() => undefined);
    return write.finally(() => entity !== undefined && busy.delete(entity));
  };
}

interface Organization {
  readonly options: OrganizationsOptions;
  readonly creations: AccountCreations;
  readonly isOn: (refusal: Refusal) => boolean;
}

async function change(
  call: AwsCall,
  operation: string,
  input: Input,
  { options, creations, isOn }: Organization,
  forward: Forward,
): Promise<AwsResponse> {
  const directory = directoryOf(call, forward);
  const management = await directory.managementAccount();
  if (isOn("management-account-only") && management !== undefined && management !== call.account)
    return refuse({ code: "AccessDeniedException", message: "You don't have permissions to access this resource." });
  for (const rule of rules) {
    if (!rule.operations.includes(operation) || !isOn(rule.refusal)) continue;
    const error = await rule.check({ caller: call.account, operation, input, directory, creations, options });
    if (error) return refuse(error);
  }
  if (operation !== "CreateAccount" || management === undefined) return forward(call);
  const { Email = "", AccountName = "", RoleName = "OrganizationAccountAccessRole" } = input;
  const failure = isOn("account-email") ? await emailFailure(Email, directory, creations) : undefined;
  const status = creations.start(Email, AccountName, () =>
    failure ? Promise.resolve(failure) : createInEmulator(call, RoleName, forward),
  );
  return succeed({ CreateAccountStatus: status });
}

/** AWS accepts the request and fails it later: an email belongs to one AWS account, ever. */
async function emailFailure(
  email: string,
  directory: Directory,
  creations: AccountCreations,
): Promise<Completion | undefined> {
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) return { FailureReason: "INVALID_EMAIL" };
  const taken = [...creations.emails(), ...(await directory.accounts()).map((account) => account.Email)];
  const isTaken = taken.some((other) => other.toLowerCase() === email.toLowerCase());
  return isTaken ? { FailureReason: "EMAIL_ALREADY_EXISTS" } : undefined;
}

function readCreations(operation: string, input: Input, creations: AccountCreations): AwsResponse | undefined {
  if (operation === "ListCreateAccountStatus") return succeed({ CreateAccountStatuses: creations.list() });
  if (operation !== "DescribeCreateAccountStatus") return undefined;
  const status = creations.find(input["CreateAccountRequestId"] ?? "");
  if (status) return succeed({ CreateAccountStatus: status });
  return refuse({
    code: "CreateAccountStatusNotFoundException",
    message: "We can't find a create account request with the CreateAccountRequestId that you specified.",
  });
}

const isRead = (operation: string): boolean => /^(List|Describe)/.test(operation);

/** What a change locks: the node a policy is put on or an OU is put under. */
function entityOf(operation: string, input: Input): string | undefined {
  if (operation === "CreateAccount") return undefined;
  return (
    input["TargetId"] ?? input["ParentId"] ?? input["AccountId"] ?? input["OrganizationalUnitId"] ?? input["RootId"]
  );
}

function inputOf(call: AwsCall): Input {
  const parsed = JSON.parse(call.body.length === 0 ? "{}" : call.body.toString()) as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(parsed).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
}
export type { OrganizationsOptions, Refusal } from "./options";
