import {
  AddClientIDToOpenIDConnectProviderCommand,
  CreateOpenIDConnectProviderCommand,
  GetOpenIDConnectProviderCommand,
  IAMClient,
  NoSuchEntityException,
} from "@aws-sdk/client-iam";
import { githubAudience, githubIssuer } from "../declaration/github-oidc";
import { clientSettings } from "../live/aws-client";
import type { Caller } from "../live/sts";

/** ARN of an account's OIDC provider for GitHub (IAM User Guide, "IAM identifiers"). */
export function githubProviderArn(partition: string, account: string): string {
  return `arn:${partition}:iam::${account}:oidc-provider/${githubIssuer}`;
}

/** Makes GitHub's token issuer known to the account, or adds the audience to the provider that is there. @returns whether it is new */
export async function ensureGithubProvider({ region, environment }: Caller, arn: string): Promise<boolean> {
  const iam = new IAMClient(clientSettings(region, environment));
  try {
    const audiences = await audiencesOf(iam, arn);
    if (audiences === undefined) {
      const provider = { Url: `https://${githubIssuer}`, ClientIDList: [githubAudience] };
      await iam.send(new CreateOpenIDConnectProviderCommand(provider));
      return true;
    }
    if (!audiences.includes(githubAudience)) {
      const audience = { OpenIDConnectProviderArn: arn, ClientID: githubAudience };
      await iam.send(new AddClientIDToOpenIDConnectProviderCommand(audience));
    }
    return false;
  } finally {
    iam.destroy();
  }
}

async function audiencesOf(iam: IAMClient, arn: string): Promise<readonly string[] | undefined> {
  try {
    const { ClientIDList } = await iam.send(new GetOpenIDConnectProviderCommand({ OpenIDConnectProviderArn: arn }));
    return ClientIDList ?? [];
  } catch (error) {
    if (error instanceof NoSuchEntityException) return undefined;
    throw error;
  }
}
