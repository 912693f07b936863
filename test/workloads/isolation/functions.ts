import type { Level } from "../../../engine/bounds";
import { readPolicy } from "../../../engine/policy/read-policy";
import type { Resolve } from "./resolve";
import type { Resource } from "./resources";
import { arnsOf } from "./things";

/** A function as it is synthesised. */
export interface BuiltFunction {
  readonly stack: string;
  /** Its name in AWS. */
  readonly name: string;
  readonly region: string;
  readonly account: string;
  readonly roleArn: string;
  /** Its role's own policies and the boundary: each must allow. */
  readonly levels: readonly [own: Level, boundary: Level];
}

/** The functions of a stack, each with the policies of its role. */
export function functionsOf(
  resources: readonly Resource[],
  everything: readonly Resource[],
  resolve: Resolve,
): readonly BuiltFunction[] {
  const ofType = (type: string): readonly Resource[] => resources.filter((each) => each.type === type);
  const text = (of: Resource, attribute: string): string => resolve(of, String(of.attributes[attribute]));
  const managed = new Map(
    everything
      .filter(({ type }) => type === "aws_iam_policy")
      .map((policy) => [`arn:${policy.partition}:iam::${policy.account}:policy/${text(policy, "name")}`, policy]),
  );
  const level = (id: string, policies: readonly Resource[]): Level => ({
    id,
    policies: policies.map((of) => ({ id: of.address, policy: read(of.address, text(of, "policy")) })),
  });
  return ofType("aws_lambda_function").map((lambda) => {
    const roleArn = text(lambda, "role");
    const role = ofType("aws_iam_role").find((each) => arnsOf(each)[0] === roleArn);
    const boundary = role && managed.get(text(role, "permissions_boundary"));
    if (role === undefined || boundary === undefined) {
      throw new Error(`${lambda.stack}: ${lambda.address} has no role of its stack with a boundary of its account`);
    }
    const own = ofType("aws_iam_role_policy").filter((each) => text(each, "role") === text(role, "name"));
    return {
      ...{ stack: lambda.stack, region: lambda.region, account: lambda.account, roleArn },
      name: text(lambda, "function_name"),
      levels: [level("role", own), level("boundary", [boundary])],
    };
  });
}

/** @throws when the engine cannot read it */
export function read(address: string, document: string) {
  const result = readPolicy(document, "identity-policy");
  if ("faults" in result) throw new Error(`${address}: ${result.faults[0]?.message ?? "cannot be read"}`);
  return result.policy;
}
