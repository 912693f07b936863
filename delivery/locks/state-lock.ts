import { DeleteObjectCommand, GetObjectCommand, NoSuchBucket, NoSuchKey, S3Client } from "@aws-sdk/client-s3";
import { z } from "zod";
import type { StackSpec } from "../../declaration/stacks";
import { clientSettings } from "../../live/aws-client";

/** Terraform source, internal/states/statemgr/locker.go, LockInfo; the S3 backend writes it as JSON to `KEY.tflock`. */
const lockFile = z.object({
  ID: z.string(),
  Operation: z.string().default(""),
  Who: z.string().default(""),
  Created: z.coerce.date(),
});

/** A lock on a stack's Terraform state: whoever holds it may write the state, nobody else. */
export interface StateLock {
  readonly id: string;
  /** What Terraform was doing: `apply`, `plan` … */
  readonly operation: string;
  /** `user@host` of the process that took it. */
  readonly who: string;
  /** By that host's clock. */
  readonly created: Date;
  /** The object's entity tag. */
  readonly etag: string | undefined;
}

/**
 * The lock on a stack's state; undefined when there is none, or no bucket for it.
 * @param environment credentials that may read the state, endpoint and proxy
 * @throws when the object is there and no lock, or S3 refuses
 */
export async function readLock(
  { state: { bucket, key } }: Pick<StackSpec, "state">,
  region: string,
  environment: NodeJS.ProcessEnv,
): Promise<StateLock | undefined> {
  if (bucket === undefined) return undefined;
  const client = new S3Client(clientSettings(region, environment));
  try {
    const { Body, ETag } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: lockKey(key) }));
    return parseLock((await Body?.transformToString()) ?? "", ETag, `s3://${bucket}/${lockKey(key)}`);
  } catch (error) {
    if (error instanceof NoSuchKey || error instanceof NoSuchBucket) return undefined;
    throw error;
  } finally {
    client.destroy();
  }
}

/**
 * Removes this lock and no other: one that somebody took meanwhile stays (Amazon S3 User Guide, conditional deletes).
 * `terraform force-unlock` would do the same, but only where the stack was synthesised and initialised.
 * @throws what S3 answers, when it refuses or the lock has changed hands
 */
export async function removeLock(
  { state: { bucket, key } }: Pick<StackSpec, "state">,
  lock: StateLock,
  region: string,
  environment: NodeJS.ProcessEnv,
): Promise<void> {
  const client = new S3Client(clientSettings(region, environment));
  try {
    await client.send(new DeleteObjectCommand({ Bucket: bucket, Key: lockKey(key), IfMatch: lock.etag }));
  } finally {
    client.destroy();
  }
}

/** Terraform docs, S3 backend: with `use_lockfile` the lock is beside the state. */
function lockKey(stateKey: string): string {
  return `${stateKey}.tflock`;
}

function parseLock(text: string, etag: string | undefined, where: string): StateLock {
  const { data, error } = lockFile.safeParse(parsed(text));
  if (!data) throw new Error(`${where} is not a Terraform state lock: ${z.prettifyError(error)}`);
  const operation = data.Operation.replace(/^OperationType/, "").toLowerCase();
  return { id: data.ID, operation, who: data.Who, created: data.Created, etag };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** `root@ci-7 at 2026-11-21 04:28:14 UTC, 3 min ago (apply)` */
export function lockText({ who, created, operation }: StateLock, now = Date.now()): string {
  const at = created.toISOString().slice(0, 19).replace("T", " ");
  return `${who || "somebody"} at ${at} UTC, ${ago(now - created.getTime())} ago${operation ? ` (${operation})` : ""}`;
}

/** Units of time, in milliseconds, largest first. */
const units = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
] as const;

function ago(milliseconds: number): string {
  const [name, length] = units.find(([, size]) => milliseconds >= size) ?? ["s", 1000];
  return `${Math.max(0, Math.floor(milliseconds / length))} ${name}`;
}
