import {
  DeleteObjectsCommand,
  ListObjectVersionsCommand,
  NoSuchBucket,
  type ObjectIdentifier,
  paginateListObjectsV2,
  S3Client,
} from "@aws-sdk/client-s3";
import { UserError } from "../../declaration/user-error";
import { clientSettings } from "../../live/aws-client";
import type { Caller } from "../../live/sts";

/** Keys in one call: S3 API Reference, ListObjectVersions and DeleteObjects, at most 1,000. */
const batch = 1000;

/** Whether the bucket exists and holds anything: an object, a version of one, or a delete marker. */
export async function isFull(caller: Caller, bucket: string): Promise<boolean> {
  const s3 = clientFor(caller);
  try {
    return (await page(s3, bucket, 1)).length > 0;
  } finally {
    s3.destroy();
  }
}

/**
 * Deletes everything in a bucket, with all versions and delete markers; a bucket that is gone is empty.
 * @throws UserError naming the first key that S3 does not let go, for example because Object Lock holds it
 */
export async function emptyBucket(caller: Caller, bucket: string): Promise<void> {
  const s3 = clientFor(caller);
  try {
    for (let found = await page(s3, bucket, batch); found.length > 0; found = await page(s3, bucket, batch)) {
      const deletion = new DeleteObjectsCommand({ Bucket: bucket, Delete: { Objects: found, Quiet: true } });
      const [error] = (await s3.send(deletion)).Errors ?? [];
      if (error) {
        throw new UserError(
          `s3://${bucket}/${error.Key} cannot be deleted: ${error.Message ?? error.Code}`,
          "Lift what holds it, or wait until its retention ends.",
        );
      }
    }
  } finally {
    s3.destroy();
  }
}

/** Keys of a bucket's present objects, whatever versions it has; none when it is gone. */
export async function listObjectKeys(caller: Caller, bucket: string, prefix: string): Promise<readonly string[]> {
  const s3 = clientFor(caller);
  const keys: string[] = [];
  try {
    for await (const { Contents = [] } of paginateListObjectsV2({ client: s3 }, { Bucket: bucket, Prefix: prefix })) {
      keys.push(...Contents.flatMap(({ Key }) => (Key === undefined ? [] : [Key])));
    }
    return keys;
  } catch (error) {
    if (error instanceof NoSuchBucket) return [];
    throw error;
  } finally {
    s3.destroy();
  }
}

async function page(s3: S3Client, bucket: string, most: number): Promise<ObjectIdentifier[]> {
  try {
    const { Versions = [], DeleteMarkers = [] } = await s3.send(
      new ListObjectVersionsCommand({ Bucket: bucket, MaxKeys: most }),
    );
    return [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
  } catch (error) {
    if (error instanceof NoSuchBucket) return [];
    throw error;
  }
}

function clientFor({ region, environment }: Caller): S3Client {
  return new S3Client(clientSettings(region, environment));
}
