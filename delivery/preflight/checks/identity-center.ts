import { ListInstancesCommand, SSOAdminClient } from "@aws-sdk/client-sso-admin";
import { clientSettings } from "../../../live/aws-client";
import { byHand, type Check, finding, ok } from "../check";

/** Nothing but its console enables Identity Center for an organisation (IAM Identity Center User Guide, "Enable IAM Identity Center"). */
export const identityCenter: Check = {
  id: "identity-center",
  asksAws: true,
  look: async ({ zone, caller, organization }) => {
    const declared = Object.keys(zone.identity.groups).length + Object.keys(zone.identity.permissionSets).length;
    if (declared === 0) return [ok("the zone declares no groups and no permission sets")];
    const enable = `Open IAM Identity Center in ${zone.regions.home}, in the management account, and choose Enable.`;
    const found = await organization();
    if (found === undefined)
      return [byHand("it can be enabled when the organization is there", `After \`landfall deploy org\`: ${enable}`)];
    const owners = await instanceOwners(caller.region, caller.environment);
    if (owners.includes(found.managementAccountId)) return [ok(`it is enabled in ${zone.regions.home}`)];
    return [
      finding(
        owners.length > 0
          ? `the instance in ${zone.regions.home} is of account ${owners.join(", ")} alone`
          : `it is not enabled in ${zone.regions.home}, and the stack identity needs it`,
        enable,
      ),
    ];
  },
};

async function instanceOwners(region: string, environment: NodeJS.ProcessEnv): Promise<readonly string[]> {
  const client = new SSOAdminClient(clientSettings(region, environment));
  try {
    const { Instances = [] } = await client.send(new ListInstancesCommand({}));
    return Instances.map(({ OwnerAccountId }) => OwnerAccountId ?? "");
  } finally {
    client.destroy();
  }
}
