import { AwsProvider, type AwsProviderConfig } from "@cdktf/provider-aws/lib/provider";
import { type App, S3Backend, TerraformStack } from "cdktf";
import type { LandingZone } from "../declaration/model";
import { accountCreationRole, roleArn } from "../declaration/names";
import type { StackSpec } from "../declaration/stacks";

/**
 * An empty stack with its S3 backend and its one provider.
 *
 * Platform stacks reach their account through the role AWS Organizations created there. `org` and service stacks run
 * with the caller's own credentials, and `allowed_account_ids` refuses any other account.
 */
export function createStack(app: App, zone: LandingZone, spec: StackSpec): TerraformStack {
  const stack = new TerraformStack(app, spec.id);
  const { bucket, key } = spec.state;
  if (bucket === undefined) throw new Error(`stack ${spec.id} was synthesised before its account exists`);
  new S3Backend(stack, {
    bucket,
    key,
    region: zone.regions.home,
    encrypt: true,
    useLockfile: true,
  } as ConstructorParameters<typeof S3Backend>[1]);
  new AwsProvider(stack, "aws", providerConfig(zone, spec));
  return stack;
}

/** Settings of a stack's provider; a stack that needs a second region gives them to a second one, under an alias. */
export function providerConfig(zone: LandingZone, spec: StackSpec): AwsProviderConfig {
  const accountKey = `account/${spec.account.name}` as const;
  return {
    region: spec.region ?? zone.regions.home,
    ...(zone.ids.has(accountKey) ? { allowedAccountIds: [zone.ids.get(accountKey)] } : {}),
    ...(spec.identity === "platform"
      ? { assumeRole: [{ roleArn: roleArn(zone, spec.account.name, accountCreationRole), sessionName: spec.id }] }
      : {}),
    defaultTags: [
      {
        tags: {
          ...zone.tags,
          ...spec.account.tags,
          "landfall:stack": spec.id,
          "landfall:account": spec.account.name,
          "landfall:owner": spec.account.owner,
        },
      },
    ],
    ...(spec.kind === "org" && zone.foreign.tagKeys.length > 0
      ? { ignoreTags: [{ keys: [...zone.foreign.tagKeys].sort() }] }
      : {}),
    maxRetries: 25,
    retryMode: "standard",
  };
}
