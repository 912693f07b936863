import { GetObjectCommand, NoSuchBucket, NoSuchKey, S3Client } from "@aws-sdk/client-s3";
import { z } from "zod";
import type { StackSpec } from "../../declaration/stacks";
import { clientSettings } from "../../live/aws-client";

const bucketAttributes = z.object({ bucket: z.unknown() }).partial().default({});

/** What of Terraform's state format 4 is read here (Terraform source, internal/states/statefile/version4.go). */
const stateFile = z.object({
  version: z.literal(4),
  serial: z.number().default(0),
  lineage: z.string().default(""),
  outputs: z.record(z.string(), z.object({ value: z.unknown() })).default({}),
  resources: z
    .array(
      z.object({
        module: z.string().optional(),
        mode: z.enum(["managed", "data"]),
        type: z.string(),
        name: z.string(),
        instances: z.array(z.object({ status: z.string().optional(), attributes: bucketAttributes })).default([]),
      }),
    )
    .default([]),
});

/** One stack's Terraform state, without the attributes of its resources but their buckets' names. */
export interface StackState {
  /** Grows with every write. */
  readonly serial: number;
  readonly lineage: string;
  /** `TYPE.NAME` of every managed resource that has an instance. */
  readonly addresses: readonly string[];
  /** Those of them that Terraform will replace because their creation failed half-way. */
  readonly tainted: readonly string[];
  /** Names of the S3 buckets it made. */
  readonly buckets: readonly string[];
  /** Output → value. */
  readonly outputs: Readonly<Record<string, unknown>>;
}

/**
 * A stack's state in S3; undefined when the stack was never applied, or its bucket has no name or does not exist yet.
 * @param environment credentials that may read the state, endpoint and proxy
 * @throws when the object is there and no Terraform state, or S3 refuses
 */
export async function readState(
  spec: Pick<StackSpec, "state">,
  region: string,
  environment: NodeJS.ProcessEnv,
): Promise<StackState | undefined> {
  const { bucket, key } = spec.state;
  if (bucket === undefined) return undefined;
  const client = new S3Client(clientSettings(region, environment));
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    return parseState((await Body?.transformToString()) ?? "", `s3://${bucket}/${key}`);
  } catch (error) {
    if (error instanceof NoSuchKey || error instanceof NoSuchBucket) return undefined;
    throw error;
  } finally {
    client.destroy();
  }
}

/** @param where names the state in the error */
export function parseState(text: string, where: string): StackState {
  const state = stateFile.safeParse(parsed(text));
  if (!state.success) throw new Error(`${where} is not a Terraform state: ${z.prettifyError(state.error)}`);
  const { serial, lineage, outputs, resources } = state.data;
  const managed = resources.filter(({ mode, instances }) => mode === "managed" && instances.length > 0);
  const address = ({ module, type, name }: (typeof managed)[number]): string =>
    `${module === undefined ? "" : `${module}.`}${type}.${name}`;
  const tainted = managed.filter(({ instances }) => instances.some(({ status }) => status === "tainted"));
  return {
    serial,
    lineage,
    addresses: managed.map(address),
    tainted: tainted.map(address),
    buckets: managed
      .filter(({ type }) => type === "aws_s3_bucket")
      .flatMap(({ instances }) => instances.map(({ attributes }) => attributes.bucket))
      .filter((name) => typeof name === "string"),
    outputs: Object.fromEntries(Object.entries(outputs).map(([name, { value }]) => [name, value])),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
