import { GetObjectCommand, NoSuchBucket, NoSuchKey, S3Client } from "@aws-sdk/client-s3";
import { z } from "zod";
import { idsOutput } from "../declaration/ids";
import type { StackSpec } from "../declaration/stacks";
import { clientSettings } from "./aws-client";

/** What of Terraform's state format 4 is read here: one output. */
const stateWithIds = z.object({
  version: z.literal(4),
  outputs: z.object({ [idsOutput]: z.object({ value: z.record(z.string(), z.string()) }).optional() }),
});

/**
 * Ids an applied stack recorded, read from its state in S3; undefined when it was never applied.
 * @param environment credentials of the stack's deploy identity, endpoint and proxy
 */
export async function readStateIds(
  spec: StackSpec,
  region: string,
  environment: NodeJS.ProcessEnv,
): Promise<Readonly<Record<string, string>> | undefined> {
  const { bucket, key } = spec.state;
  if (bucket === undefined) return undefined;
  const client = new S3Client(clientSettings(region, environment));
  try {
    const { Body } = await client.send(new GetObjectCommand({ Bucket: bucket, Key: key }));
    const text = await Body?.transformToString();
    const state = stateWithIds.safeParse(JSON.parse(text ?? "null"));
    if (!state.success)
      throw new Error(`s3://${bucket}/${key} is not a Terraform state: ${z.prettifyError(state.error)}`);
    return state.data.outputs[idsOutput]?.value ?? {};
  } catch (error) {
    if (error instanceof NoSuchKey || error instanceof NoSuchBucket) return undefined;
    throw error;
  } finally {
    client.destroy();
  }
}
