import { HeadBucketCommand, S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import { clientSettings } from "../../../live/aws-client";
import { type Check, finding, ok } from "../check";

/** Bucket names are shared by everyone on AWS (Amazon S3 User Guide, "General purpose bucket naming rules"). */
export const stateBucket: Check = {
  id: "state-bucket",
  asksAws: true,
  look: async ({ zone, caller, identity }) => {
    const { account } = await identity();
    const client = new S3Client({ ...clientSettings(caller.region, caller.environment), maxAttempts: 2 });
    const name = zone.stateBucket;
    try {
      await client.send(new HeadBucketCommand({ Bucket: name, ExpectedBucketOwner: account }));
      return [ok(`${name} is there`)];
    } catch (error) {
      switch (error instanceof S3ServiceException ? error.$metadata.httpStatusCode : undefined) {
        case 404:
          return [ok(`${name} is free: \`landfall bootstrap\` makes it`)];
        case 403:
          return [
            finding(
              `${name} is there, and account ${account} may not look at it: it is most likely somebody else's`,
              "Declare another name as `deployment.stateBucket`.",
            ),
          ];
        case 301:
        case 400:
          return [
            finding(
              `${name} is there, in another region than ${zone.regions.home}`,
              "Declare another name as `deployment.stateBucket`.",
            ),
          ];
        default:
          throw error;
      }
    } finally {
      client.destroy();
    }
  },
};
