import { awsError } from "./aws-error";
import type { AwsCall, AwsResponse, CallHandler } from "./call";
import { isSharedWith, type Sharing } from "./shared-transit-gateways";

export interface SharedResolution {
  /** To be shown every answered call. */
  learn(call: AwsCall, answer: AwsResponse): void;
  readonly link: CallHandler;
}

/** Operation that makes something which accounts share → member of its answer. */
const making: Readonly<Record<string, string>> = {
  CreateFirewallRuleGroup: "FirewallRuleGroup",
  CreateResolverQueryLogConfig: "ResolverQueryLogConfig",
  CreateResolverRule: "ResolverRule",
};

/** Operation that uses it for a VPC → member of its input that names it. */
const using: Readonly<Record<string, string>> = {
  AssociateFirewallRuleGroup: "FirewallRuleGroupId",
  AssociateResolverQueryLogConfig: "ResolverQueryLogConfigId",
  AssociateResolverRule: "ResolverRuleId",
};

/**
 * Forward rules, DNS firewalls and query logs of another account are used only where they are shared ("Sharing Resolver rules with other
 * AWS accounts and using shared rules", Route 53 Developer Guide, and the like for the others). Shares are asked of RAM.
 */
export function sharedResolution(sharing: Sharing): SharedResolution {
  const made = new Map<string, { readonly owner: string; readonly arn: string }>();
  return {
    learn: ({ service, operation = "", account }, answer) => {
      const member = making[operation];
      if (service !== "route53resolver" || member === undefined || answer.status >= 300) return;
      const output = JSON.parse(answer.body.toString()) as Record<
        string,
        { readonly Id: string; readonly Arn: string }
      >;
      const object = output[member];
      if (object) made.set(object.Id, { owner: account, arn: object.Arn });
    },
    link: async (call) => {
      const member = using[call.operation ?? ""];
      if (call.service !== "route53resolver" || member === undefined) return undefined;
      const id = (JSON.parse(call.body.toString()) as Record<string, string>)[member] ?? "";
      const { owner, arn } = made.get(id) ?? {};
      if (owner === undefined || arn === undefined) return unknown(id);
      if (owner === call.account || (await isSharedWith(sharing, call, owner, arn))) return undefined;
      return unknown(id);
    },
  };
}

function unknown(id: string): AwsResponse {
  return awsError("json", 400, "ResourceNotFoundException", `The resource with ID "${id}" does not exist.`);
}
