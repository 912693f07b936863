import type { AwsCall, Protocol } from "../../../rehearsal/gateway/call";

/** A call of a role of account 111111111111 in eu-west-1. */
export function callOf(
  service: string,
  operation: string,
  more: Partial<AwsCall> & { readonly path?: string } = {},
): AwsCall {
  const { path = "/", ...rest } = more;
  const protocol: Protocol = service === "s3" ? "rest-xml" : "json";
  return {
    ...{
      service,
      operation,
      protocol,
      account: "111111111111",
      region: "eu-west-1",
      method: "POST",
      host: "aws.internal",
    },
    principal: "arn:aws:sts::111111111111:assumed-role/somebody/session",
    url: new URL(path, "http://aws.internal"),
    headers: {},
    body: Buffer.alloc(0),
    ...rest,
  };
}
