import { IAMClient, ListMFADevicesCommand, NoSuchEntityException } from "@aws-sdk/client-iam";
import { clientSettings } from "../../../live/aws-client";
import { each } from "../../each";
import { type Check, finding, ok } from "../check";

/** Who comes in when Identity Center is out of order: users that no Terraform makes, for an MFA device is enrolled by its owner. */
export const breakGlass: Check = {
  id: "break-glass",
  asksAws: true,
  look: async ({ zone, caller }) => {
    const { breakGlass: declared } = zone.identity;
    if (declared === undefined) return [ok("identity.breakGlass is not declared")];
    const client = new IAMClient(clientSettings(caller.region, caller.environment));
    try {
      const found = await each(declared.users, 4, async (user) => {
        const devices = await mfaDevices(client, user);
        if (devices === undefined)
          return [
            finding(
              `the management account has no IAM user ${user}`,
              `Create ${user} there with an MFA device and a policy that allows sts:AssumeRole on the roles landfall-break-glass, and nothing else.`,
            ),
          ];
        if (devices > 0) return [];
        return [
          finding(`${user} has no MFA device`, "The role lets in nobody without one: enrol it, and lock it away."),
        ];
      });
      const outcomes = found.flat();
      return outcomes.length > 0 ? outcomes : [ok(`${declared.users.join(", ")}: each has an MFA device`)];
    } finally {
      client.destroy();
    }
  },
};

/** How many devices a user has; undefined when there is no such user. */
async function mfaDevices(client: IAMClient, UserName: string): Promise<number | undefined> {
  try {
    return (await client.send(new ListMFADevicesCommand({ UserName }))).MFADevices?.length ?? 0;
  } catch (error) {
    if (error instanceof NoSuchEntityException) return undefined;
    throw error;
  }
}
