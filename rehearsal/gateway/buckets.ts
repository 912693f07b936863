import { awsError } from "./aws-error";
import type { AwsCall, AwsResponse, CallHandler } from "./call";
import type { EmulatedAws } from "./emulated-aws";
import { unsupported } from "./unsupported";

/** Buckets by name: names are global, and another account reaches a bucket in its owner's account. */
export interface Buckets {
  ownerOf(bucket: string): string | undefined;
  readonly link: CallHandler;
}

/** The bucket a path-style S3 call names; `undefined` for ListBuckets. */
export function bucketOf(call: AwsCall): string | undefined {
  if (call.service !== "s3") return undefined;
  const [, bucket = ""] = call.url.pathname.split("/");
  return bucket === "" ? undefined : decodeURIComponent(bucket);
}

/**
 * Keeps who owns which bucket, and a shadow of each in moto: its CloudTrail, Config and flow logs ask moto's own S3
 * whether the bucket they deliver to exists.
 */
export function createBuckets(emulated: EmulatedAws): Buckets {
  const owners = new Map<string, string>();
  return {
    ownerOf: (bucket) => owners.get(bucket),
    link: async (call, forward) => {
      const bucket = bucketOf(call);
      if (bucket === undefined) return undefined;
      const owner = owners.get(bucket);
      if (call.operation === "CreateBucket") {
        if (owner !== undefined && owner !== call.account) return alreadyExists(bucket);
        return mirrored(call, forward, emulated, () => owners.set(bucket, call.account));
      }
      const owned = owner === undefined ? call : { ...call, account: owner };
      if (call.operation === "DeleteBucket") return mirrored(owned, forward, emulated, () => owners.delete(bucket));
      return forward(owned);
    },
  };
}

async function mirrored(
  call: AwsCall,
  forward: (call: AwsCall) => Promise<AwsResponse>,
  emulated: EmulatedAws,
  onSuccess: () => void,
): Promise<AwsResponse> {
  const answer = await forward(call);
  if (answer.status >= 300) return answer;
  onSuccess();
  const shadow = await emulated("moto", call);
  return shadow.status < 300 ? answer : unsupported(call, `its shadow: ${shadow.body.toString()}`);
}

function alreadyExists(bucket: string): AwsResponse {
  return awsError(
    "rest-xml",
    409,
    "BucketAlreadyExists",
    `The requested bucket name is not available (${bucket}). The bucket namespace is shared by all users of the system. ` +
      "Please select a different name and try again.",
  );
}
