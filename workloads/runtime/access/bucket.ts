import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  NoSuchKey,
  PutObjectCommand,
  type PutObjectCommandInput,
} from "@aws-sdk/client-s3";
import { resourceVariable } from "../../uses/variables";
import { s3 } from "../clients/s3";
import { fromEnvironment } from "../clients/settings";

export function GetObject(bucket: string) {
  const Bucket = nameOf(bucket);
  return {
    /** The whole object, or undefined; without `bucket.list` S3 refuses (403) to say that there is none. */
    read: async (Key: string): Promise<Uint8Array | undefined> => {
      try {
        const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key }));
        return await Body?.transformToByteArray();
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
    /** Bytes `from` up to but not including `to`, fewer where the object ends before, and how many it has in all; undefined as above. */
    readRange: async (Key: string, from: number, to: number): Promise<ObjectRange | undefined> => {
      try {
        const { Body, ContentRange } = await s3.send(
          new GetObjectCommand({ Bucket, Key, Range: `bytes=${from}-${to - 1}` }),
        );
        const bytes = (await Body?.transformToByteArray()) ?? new Uint8Array();
        return { bytes, size: Number(/\/(\d+)$/.exec(ContentRange ?? "")?.[1] ?? bytes.length) };
      } catch (error) {
        if (error instanceof NoSuchKey) return undefined;
        throw error;
      }
    },
  };
}

/** Bytes of an object, and the size of the whole. */
export interface ObjectRange {
  readonly bytes: Uint8Array;
  readonly size: number;
}

export function PutObject(bucket: string) {
  const Bucket = nameOf(bucket);
  return {
    write: async (Key: string, Body: string | Uint8Array, ContentType?: string): Promise<void> => {
      const input: PutObjectCommandInput = { Bucket, Key, Body };
      await s3.send(new PutObjectCommand(ContentType === undefined ? input : { ...input, ContentType }));
    },
  };
}

export function DeleteObject(bucket: string) {
  const Bucket = nameOf(bucket);
  return {
    delete: async (Key: string): Promise<void> => {
      await s3.send(new DeleteObjectCommand({ Bucket, Key }));
    },
  };
}

export function ListBucket(bucket: string) {
  const Bucket = nameOf(bucket);
  return {
    /** Keys under the prefix, at most 1,000, after the key `after`. */
    list: async (Prefix: string, after?: string): Promise<readonly string[]> => {
      const input = { Bucket, Prefix, ...(after === undefined ? {} : { StartAfter: after }) };
      const { Contents = [] } = await s3.send(new ListObjectsV2Command(input));
      return Contents.flatMap(({ Key }) => Key ?? []);
    },
  };
}

function nameOf(bucket: string): string {
  return fromEnvironment(resourceVariable("bucket", bucket));
}
