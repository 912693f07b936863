import { NoSuchBucket, paginateListObjectsV2, S3Client, S3ServiceException } from "@aws-sdk/client-s3";
import { UserError } from "../../declaration/user-error";
import { clientSettings } from "../../live/aws-client";
import type { Caller } from "../../live/sts";

const stateSuffix = ".tfstate";

/**
 * Keys of the Terraform states in a bucket; undefined when there is no such bucket.
 * @throws UserError when the caller may not list them
 */
export async function listStates(
  bucket: string,
  { region, environment }: Caller,
): Promise<readonly string[] | undefined> {
  const client = new S3Client(clientSettings(region, environment));
  const keys: string[] = [];
  try {
    for await (const { Contents = [] } of paginateListObjectsV2({ client }, { Bucket: bucket })) {
      keys.push(...Contents.flatMap(({ Key }) => (Key?.endsWith(stateSuffix) ? [Key] : [])));
    }
    return keys;
  } catch (error) {
    if (error instanceof NoSuchBucket) return undefined;
    if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 403) {
      throw new UserError(
        `the states in s3://${bucket} cannot be listed: ${error.message}`,
        "Sign in to the management account as somebody who may assume landfall-org; `landfall preflight` looks at the bucket.",
      );
    }
    throw error;
  } finally {
    client.destroy();
  }
}
