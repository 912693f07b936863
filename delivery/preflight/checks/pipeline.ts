import { IAMClient, ListOpenIDConnectProvidersCommand } from "@aws-sdk/client-iam";
import { githubIssuer } from "../../../declaration/github-oidc";
import { clientSettings } from "../../../live/aws-client";
import { type Check, finding, ok } from "../check";

export const pipeline: Check = {
  id: "pipeline",
  asksAws: true,
  look: async ({ zone, caller }) => {
    if (zone.pipeline === undefined) return [ok("the zone declares no repository of its own")];
    const client = new IAMClient(clientSettings(caller.region, caller.environment));
    try {
      const { OpenIDConnectProviderList = [] } = await client.send(new ListOpenIDConnectProvidersCommand({}));
      const known = OpenIDConnectProviderList.some(({ Arn }) => Arn?.endsWith(`/${githubIssuer}`));
      return known
        ? [ok(`tokens of ${zone.pipeline.repository} can be told`)]
        : [finding(`there is no OIDC provider for ${githubIssuer}`, "`landfall bootstrap` makes it.")];
    } finally {
      client.destroy();
    }
  },
};
