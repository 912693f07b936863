import type { Policy } from "../../../engine/policy/policy";
import { read } from "./functions";
import type { Resolve } from "./resolve";
import type { Resource } from "./resources";
import { arnsOf } from "./things";

type Statement = Readonly<Record<string, unknown>>;

/** The policy of a resource, statement by statement with whom it speaks of. */
export interface ResourcePolicy {
  /** ARN of what it is attached to. */
  readonly owner: string;
  readonly statements: readonly { readonly principals: readonly string[]; readonly policy: Policy }[];
}

/** Where the policies of resources stand, and the attribute that says what each is attached to, where it is not the resource itself. */
const places: Readonly<Record<string, { readonly policy: string; readonly on?: string }>> = {
  aws_cloudwatch_event_bus_policy: { policy: "policy", on: "event_bus_name" },
  aws_iam_role: { policy: "assume_role_policy" },
  aws_kms_key: { policy: "policy" },
  aws_s3_bucket_policy: { policy: "policy", on: "bucket" },
  aws_sns_topic_policy: { policy: "policy", on: "arn" },
  aws_sqs_queue: { policy: "policy" },
};

export function resourcePolicies(resources: readonly Resource[], resolve: Resolve): readonly ResourcePolicy[] {
  return resources.flatMap((of) => {
    if (of.type === "aws_lambda_permission") return [permission(of, resolve)];
    const place = places[of.type];
    const text = place && of.attributes[place.policy];
    if (place === undefined || typeof text !== "string") return [];
    const owner =
      place.on === undefined ? (arnsOf(of)[0] ?? "") : attachedTo(of, resolve(of, String(of.attributes[place.on])));
    const { Statement: found }: { readonly Statement: Statement | readonly Statement[] } = JSON.parse(
      resolve(of, text),
    );
    return [{ owner, statements: [found].flat().map((statement) => spoken(of.address, owner, statement)) }];
  });
}

function attachedTo({ type, partition, region, account }: Resource, named: string): string {
  if (type === "aws_s3_bucket_policy") return `arn:${partition}:s3:::${named}`;
  return named.startsWith("arn:") ? named : `arn:${partition}:events:${region}:${account}:event-bus/${named}`;
}

/** A policy of a role's trust names no resource: it is about the role. */
function spoken(address: string, owner: string, { Principal, NotPrincipal, ...rest }: Statement) {
  if (NotPrincipal !== undefined) throw new Error(`${address}: NotPrincipal, which the isolation test does not read`);
  const named = typeof Principal === "string" ? { AWS: Principal } : Object(Principal);
  const policy = read(address, JSON.stringify({ Version: "2012-10-17", Statement: { Resource: owner, ...rest } }));
  return { principals: [(named as { AWS?: string | readonly string[] }).AWS ?? []].flat(), policy };
}

/** `aws_lambda_permission`: a statement of the function's policy. AWS's services are no function's role. */
function permission(of: Resource, resolve: Resolve): ResourcePolicy {
  const { action, principal, function_name: name } = of.attributes;
  const owner = `arn:${of.partition}:lambda:${of.region}:${of.account}:function:${resolve(of, String(name))}`;
  const AWS = String(principal).endsWith(".amazonaws.com") ? [] : [String(principal)];
  return { owner, statements: [spoken(of.address, owner, { Effect: "Allow", Action: action, Principal: { AWS } })] };
}
