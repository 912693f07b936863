import { awsError } from "../gateway/aws-error";
import type { AwsCall, AwsResponse } from "../gateway/call";
import type { EmulatedAws } from "../gateway/emulated-aws";
import { jsonCall } from "../gateway/internal-call";
import { type DeliveryFacts, putContext, takes } from "./deliveries";

interface Entry {
  readonly EventBusName?: string;
  readonly Source?: string;
  readonly DetailType?: string;
}

interface PutAnswer {
  readonly FailedEntryCount: number;
  readonly Entries: readonly object[];
}

/** Facts about the caller of PutEvents beside those about roles of rules. */
export interface CallerFacts extends Pick<DeliveryFacts, "organizationId" | "isMember"> {
  readonly emulated: EmulatedAws;
  /** ARN of who calls, a role's with its path. */
  readonly principalArn: (call: AwsCall) => Promise<string>;
  /** Whether the caller's own policies let it; true for callers whose own policies are not looked at. */
  readonly identityAllows: (
    call: AwsCall,
    resource: string,
    context: Readonly<Record<string, string>>,
  ) => Promise<boolean>;
}

/**
 * PutEvents on buses of other accounts, by their ARNs, where their policies let the caller (EventBridge User Guide, "Permissions for event buses"):
 * each entry is put in its bus's account, as an event of the caller's. MiniStack knows buses of the caller's account only.
 */
export function sharedEventBuses(facts: CallerFacts): (call: AwsCall) => Promise<AwsResponse | undefined> {
  return async (call) => {
    if (call.service !== "events" || call.operation !== "PutEvents") return undefined;
    const { Entries: entries = [] } = JSON.parse(call.body.toString()) as { Entries?: readonly Entry[] };
    if (!entries.some((entry) => accountOf(entry, call) !== call.account) || entries.length > 10) return undefined;
    const refusal = await firstRefusal(call, entries, facts);
    if (refusal !== undefined) return awsError("json", 400, "AccessDeniedException", refusal);
    return putEach(call, entries, facts.emulated);
  };
}

function accountOf({ EventBusName: name = "" }: Entry, { account }: AwsCall): string {
  return /^arn:[^:]+:events:[^:]+:(\d{12}):event-bus\//.exec(name)?.[1] ?? account;
}

async function firstRefusal(call: AwsCall, entries: readonly Entry[], facts: CallerFacts): Promise<string | undefined> {
  for (const entry of entries) {
    const { EventBusName: bus = "", Source: source = "", DetailType: detailType = "" } = entry;
    const owner = accountOf(entry, call);
    if (owner === call.account) continue;
    const principal = await facts.principalArn(call);
    const context = await putContext({ account: call.account, source, detailType }, principal, facts);
    const policy = await policyOf(facts.emulated, owner, call.region, bus);
    const isTaken = takes({ policy, bus, account: call.account }, call.principal, principal, context);
    if (!isTaken || !(await facts.identityAllows(call, bus, context))) {
      return `User: ${call.principal} is not authorized to perform: events:PutEvents on resource: ${bus}`;
    }
  }
  return undefined;
}

async function policyOf(emulated: EmulatedAws, account: string, region: string, bus: string): Promise<string | null> {
  const answer = await emulated(
    "ministack",
    eventsCall(account, region, "DescribeEventBus", { Name: bus.split("/").at(-1) }),
  );
  const { Policy: policy } = JSON.parse(answer.body.toString()) as { Policy?: string };
  return policy ?? null;
}

async function putEach(call: AwsCall, entries: readonly Entry[], emulated: EmulatedAws): Promise<AwsResponse> {
  const results: object[] = [];
  for (const entry of entries) {
    const owner = accountOf(entry, call);
    const put = eventsCall(owner, call.region, "PutEvents", { Entries: [entry] });
    const sent =
      owner === call.account ? put : { ...put, headers: { ...put.headers, "x-landfall-sender": call.account } };
    const answer = await emulated("ministack", sent);
    if (answer.status !== 200) return answer;
    results.push(...(JSON.parse(answer.body.toString()) as PutAnswer).Entries);
  }
  const failed = results.filter((result) => "ErrorCode" in result).length;
  const body = JSON.stringify({ FailedEntryCount: failed, Entries: results });
  return { status: 200, headers: { "content-type": "application/x-amz-json-1.1" }, body: Buffer.from(body) };
}

function eventsCall(account: string, region: string, operation: string, input: object): AwsCall {
  const headers = { "x-amz-target": `AWSEvents.${operation}` };
  return jsonCall({ service: "events", operation, protocol: "json", account, region, path: "/", headers }, input);
}
