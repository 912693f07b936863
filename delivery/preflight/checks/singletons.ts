import { GetOpenIDConnectProviderCommand, GetRoleCommand, IAMClient, NoSuchEntityException } from "@aws-sdk/client-iam";
import type { Account } from "../../../declaration/model";
import { UserError } from "../../../declaration/user-error";
import { clientSettings } from "../../../live/aws-client";
import { githubProviderArn } from "../../bootstrap-oidc";
import { each } from "../../each";
import type { Caller } from "../../../live/sts";
import { type Check, finding, ok, type Outcome, type PreflightContext } from "../check";
import { memberCaller } from "../member-caller";
import type { UndeployedAccount } from "../undeployed";

/** A resource of an account's stack that an account can have only one of. */
interface Singleton {
  readonly what: string;
  readonly address: string;
  readonly isDeclared: (account: Account) => boolean;
  /** Import id of the one that is there. */
  readonly find: (client: IAMClient, member: UndeployedAccount, partition: string) => Promise<string | undefined>;
}

const singletonTable: readonly Singleton[] = [
  {
    what: "the service-linked role of AWS Config",
    address: "aws_iam_service_linked_role.config",
    isDeclared: () => true,
    // AWS Config Developer Guide, "Using service-linked roles".
    find: async (client) => (await client.send(new GetRoleCommand({ RoleName: "AWSServiceRoleForConfig" }))).Role?.Arn,
  },
  {
    what: "GitHub's OIDC provider",
    address: "aws_iam_openid_connect_provider.github",
    isDeclared: ({ service }) => service?.repository !== undefined,
    find: async (client, { id }, partition) => {
      const arn = githubProviderArn(partition, id);
      await client.send(new GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: arn }));
      return arn;
    },
  },
];

const accountsAtOnce = 8;

/** What an account has before its baseline, and can have only once: Terraform has to import it. */
export const singletons: Check = {
  id: "existing-resources",
  asksAws: true,
  look: async (context) => {
    const accounts = await context.undeployed();
    const found = await each(accounts, accountsAtOnce, async (member) => {
      const caller = await memberCaller(context, member).catch((error: unknown) => {
        // account-access tells of it.
        if (error instanceof UserError) return undefined;
        throw error;
      });
      return caller ? existing(context, member, caller) : [];
    });
    const outcomes = found.flat();
    return outcomes.length > 0 ? outcomes : [ok(`nothing to import in ${accounts.length} accounts without a baseline`)];
  },
};

async function existing(
  { zone }: PreflightContext,
  member: UndeployedAccount,
  caller: Caller,
): Promise<readonly Outcome[]> {
  const stack = member.stack.id;
  const client = new IAMClient(clientSettings(caller.region, caller.environment));
  const outcomes: Outcome[] = [];
  try {
    for (const { what, address, isDeclared, find } of singletonTable) {
      if (!isDeclared(member.account) || zone.imports[stack]?.[address] !== undefined) continue;
      const id = await orUndefined(find(client, member, zone.partition));
      if (id === undefined) continue;
      outcomes.push(
        finding(
          `${member.account.name} has ${what} already`,
          `Write "${stack}": {"${address}": "${id}"} under "imports" of the zone's imports.json.`,
        ),
      );
    }
    return outcomes;
  } finally {
    client.destroy();
  }
}

async function orUndefined(looked: Promise<string | undefined>): Promise<string | undefined> {
  try {
    return await looked;
  } catch (error) {
    if (error instanceof NoSuchEntityException) return undefined;
    throw error;
  }
}
