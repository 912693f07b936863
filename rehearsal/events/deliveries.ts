import type { PolicyPath } from "../../engine/bounds";
import { decide } from "../../engine/decide/decide";
import type { Authorize } from "../authorize/authorizer";
import type { AwsCall } from "../gateway/call";
import { jsonCall } from "../gateway/internal-call";
import { letsIn } from "./resource-policy";

/** A rule's target in another account, and the event that is to go there, as MiniStack asks (`ministack_event_buses.py`). */
export interface Delivery {
  /** Account of the rule. */
  readonly account: string;
  readonly region: string;
  /** ARN. */
  readonly rule: string;
  readonly role: string | null;
  /** ARN of the bus it is to go to. */
  readonly bus: string;
  /** Policy of that bus. */
  readonly policy: string | null;
  readonly source: string;
  readonly detailType: string;
}

/** `code`: ERROR_CODE of what is sent to a dead-letter queue (EventBridge User Guide, "Dead-letter queues"). */
export type DeliveryAnswer =
  { readonly allowed: true } | { readonly allowed: false; readonly code: "NO_PERMISSIONS"; readonly message: string };

export interface DeliveryFacts {
  readonly authorize: Authorize;
  readonly organizationId: () => Promise<string | undefined>;
  /** Whether an account is in the organisation. */
  readonly isMember: (account: string) => Promise<boolean>;
  /** The role's trust policy and what its own policies bound it to. */
  readonly roleOf: (
    account: string,
    name: string,
  ) => Promise<{ readonly arn: string; readonly trustPolicy: string; readonly policies: PolicyPath } | undefined>;
}

/** Whether a rule may deliver: its role trusts it, the organisation and the role's policies let it, and the bus takes it. */
export async function decideDelivery(delivery: Delivery, facts: DeliveryFacts): Promise<DeliveryAnswer> {
  const refused = (why: string): DeliveryAnswer => ({ allowed: false, code: "NO_PERMISSIONS", message: why });
  const name = /:role\/(?:.*\/)?([^/]+)$/.exec(delivery.role ?? "")?.[1];
  const role = name === undefined ? undefined : await facts.roleOf(delivery.account, name);
  if (!role) return refused(`The rule's role ${delivery.role ?? "(none)"} does not exist.`);
  const caller = { "aws:SourceArn": delivery.rule, "aws:SourceAccount": delivery.account };
  const assume = { action: "sts:AssumeRole", resource: role.arn, context: caller };
  if (!letsIn(role.trustPolicy, { Service: ["events.amazonaws.com"] }, assume)) {
    return refused(`${role.arn} does not let EventBridge take it for ${delivery.rule}.`);
  }
  const session = role.arn.replace(/:iam::(\d+):role\/(?:.*\/)?/, ":sts::$1:assumed-role/") + "/events";
  const refuse = refused(`${session} is not authorized to perform: events:PutEvents on resource: ${delivery.bus}`);
  const context = await putContext(delivery, role.arn, facts);
  const put = { action: "events:PutEvents", resource: delivery.bus, context };
  if (decide({ scp: role.policies, rcp: [] }, put).verdict !== "allowed") return refuse;
  if ((await facts.authorize(putCall(delivery, session))).verdict === "denied") return refuse;
  return takes(delivery, session, role.arn, context) ? { allowed: true } : refuse;
}

/** Whether the policy of a bus lets a caller of another account put an event. */
export function takes(
  { policy, bus, account }: Pick<Delivery, "policy" | "bus" | "account">,
  principal: string,
  roleArn: string,
  context: Readonly<Record<string, string>>,
): boolean {
  const [, partition = "aws"] = bus.split(":");
  const names = [account, `arn:${partition}:iam::${account}:root`, principal, roleArn];
  return policy !== null && letsIn(policy, { AWS: names }, { action: "events:PutEvents", resource: bus, context });
}

/** Keys that a policy about PutEvents may ask for (Service Authorization Reference, "Amazon EventBridge", and the global ones of the caller). */
export async function putContext(
  { account, source, detailType }: Pick<Delivery, "account" | "source" | "detailType">,
  principalArn: string,
  { organizationId, isMember }: Pick<DeliveryFacts, "organizationId" | "isMember">,
): Promise<Readonly<Record<string, string>>> {
  const id = (await isMember(account)) ? await organizationId() : undefined;
  return {
    "aws:PrincipalArn": principalArn,
    "aws:PrincipalAccount": account,
    "events:source": source,
    "events:detail-type": detailType,
    ...(id === undefined ? {} : { "aws:PrincipalOrgID": id }),
  };
}

function putCall({ account, region, bus, source, detailType }: Delivery, principal: string): AwsCall {
  const entry = { EventBusName: bus, Source: source, DetailType: detailType, Detail: "{}" };
  const headers = { "x-amz-target": "AWSEvents.PutEvents" };
  const call = {
    service: "events",
    operation: "PutEvents",
    protocol: "json",
    account,
    region,
    path: "/",
    headers,
  } as const;
  return { ...jsonCall(call, { Entries: [entry] }), principal };
}
