import { IAMClient } from "@aws-sdk/client-iam";
import { clientSettings } from "../../live/aws-client";
import type { Caller } from "../../live/sts";

/** IAM of the caller's account; the client is closed afterwards. */
export async function withIam<T>({ region, environment }: Caller, use: (iam: IAMClient) => Promise<T>): Promise<T> {
  const iam = new IAMClient(clientSettings(region, environment));
  try {
    return await use(iam);
  } finally {
    iam.destroy();
  }
}
