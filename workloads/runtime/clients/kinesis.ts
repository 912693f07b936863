import { signedCall } from "./signed-call";

export interface StreamEntry {
  /** Records of one key stay in order. */
  readonly key: string;
  readonly data: Uint8Array;
}

interface Results {
  readonly Records?: readonly { readonly ErrorCode?: string }[];
}

/** Kinesis Data Streams API Reference, "PutRecords": the results are in the order of the entries. @throws Error with its answer when it refuses all */
export async function putRecords(
  StreamName: string,
  entries: readonly StreamEntry[],
): Promise<NonNullable<Results["Records"]>> {
  const Records = entries.map(({ key, data }) => ({
    PartitionKey: key,
    Data: Buffer.from(data).toString("base64"),
  }));
  const headers = { "content-type": "application/x-amz-json-1.1", "x-amz-target": "Kinesis_20131202.PutRecords" };
  const answer = await signedCall({ service: "kinesis", headers, body: JSON.stringify({ StreamName, Records }) });
  return (JSON.parse(answer) as Results).Records ?? [];
}
