import { decide } from "../../engine/decide/decide";
import { rolePolicies } from "../authorize/identity/role-policies";
import { principalArn } from "../authorize/context/caller-keys";
import type { Authorize } from "../authorize/authorizer";
import type { KeptLookups } from "../authorize/lookups";
import type { LiveOrganization } from "../authorize/organization/live-bounds";
import type { AwsCall, AwsResponse } from "../gateway/call";
import type { EmulatedAws } from "../gateway/emulated-aws";
import type { CallRecord } from "../gateway/record";
import { findRoleIn } from "../gateway/roles";
import { decideDelivery, type Delivery } from "./deliveries";
import { sharedEventBuses } from "./shared-event-buses";

export interface EventBuses {
  readonly link: (call: AwsCall) => Promise<AwsResponse | undefined>;
  /** Answers MiniStack, which asks before a rule delivers to another account's bus; undefined: it is no such question. */
  asked(request: { readonly url: URL; readonly body: Buffer }): Promise<AwsResponse> | undefined;
}

/** Events between accounts: what may go from one's bus to another's is decided by the policies of role, organisation and bus. */
export function eventBuses(options: {
  readonly emulated: EmulatedAws;
  readonly authorize: Authorize;
  readonly lookups: KeptLookups;
  readonly organization: LiveOrganization;
  readonly record: CallRecord;
}): EventBuses {
  const { emulated, authorize, lookups, organization, record } = options;
  const findRole = findRoleIn(emulated);
  const facts = {
    authorize,
    organizationId: () => organization.id(),
    isMember: async (account: string) => (await organization.path(account)) !== undefined,
  };
  const roleOf = async (account: string, name: string) => {
    const found = await findRole(account, name);
    if (!found) return undefined;
    const { boundary } = (await lookups.role(account, name)) ?? {};
    return { ...found, policies: await rolePolicies(emulated, account, name, boundary) };
  };
  const answer = async (delivery: Delivery): Promise<AwsResponse> => {
    const started = Date.now();
    const decision = await decideDelivery(delivery, { ...facts, roleOf });
    record.add({
      time: new Date(started).toISOString(),
      account: delivery.account,
      principal: delivery.rule,
      service: "events",
      operation: "DeliverToBus",
      resourceAccount: delivery.bus.split(":")[4] ?? "",
      status: decision.allowed ? 200 : 403,
      milliseconds: Date.now() - started,
      backend: "gateway",
    });
    const body = Buffer.from(JSON.stringify(decision));
    return { status: 200, headers: { "content-type": "application/json" }, body };
  };
  return {
    link: sharedEventBuses({
      ...facts,
      emulated,
      principalArn: (call) => principalArn({ call, lookups }),
      identityAllows: async (call, resource, context) => {
        const own = await lookups.identityOf(call);
        const put = { action: "events:PutEvents", resource, context };
        return own === undefined || decide({ scp: own, rcp: [] }, put).verdict === "allowed";
      },
    }),
    asked: ({ url, body }) =>
      url.pathname === "/_landfall/event-deliveries" ? answer(JSON.parse(body.toString()) as Delivery) : undefined,
  };
}
