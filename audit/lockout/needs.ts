import { arnOf, type Config, type Stack } from "./arn-of";

/** What the identity that deploys a stack has to be able to do. */
export interface StackNeeds {
  readonly stack: string;
  /** Name of the account that the stack's resources live in. */
  readonly account: string;
  /** Name of the role of that account that deploys it. */
  readonly role: string;
  readonly region: string;
  readonly resources: readonly NeededResource[];
}

export interface NeededResource {
  /** Terraform's, or `terraform state`. */
  readonly type: string;
  /** Pattern of its ARN where the stack says its name; undefined: AWS chooses it, or nothing derives it. */
  readonly arn: string | undefined;
}

/** Whose stack it is. */
export interface StackOwner {
  readonly stack: string;
  readonly account: string;
  readonly accountId: string;
  readonly partition: string;
  readonly role: string;
  readonly region: string;
  /** Where its state is, when that is in the same account: another account's policies are not asked. */
  readonly stateBucket?: string | undefined;
}

/**
 * Reads the resources of a synthesised stack.
 * @param json the text of its `cdk.tf.json`
 */
export function needsOf(owner: StackOwner, json: string): StackNeeds {
  const { stack, account, role, region, stateBucket, partition } = owner;
  const { resource = {} } = JSON.parse(json) as Stack;
  const state = stateBucket === undefined ? [] : stateOf(`arn:${partition}:s3:::${stateBucket}`);
  return {
    stack,
    account,
    role,
    region,
    resources: [
      ...Object.entries(resource).flatMap(([type, named]) =>
        Object.values(named).map((config: Config) => ({ type, arn: arnOf(type, config, { resource }, owner) })),
      ),
      ...state,
    ],
  };
}

function stateOf(bucket: string): readonly NeededResource[] {
  return [bucket, `${bucket}/*`].map((arn) => ({ type: "terraform state", arn }));
}
