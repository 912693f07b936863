import type { IncomingHttpHeaders } from "node:http";

/** Wire form of a request, which an error must answer in ("protocol" of botocore's models). */
export type Protocol = "json" | "query" | "ec2" | "rest-json" | "rest-xml" | "smithy-rpc-v2-cbor";

/** One request to an AWS API, as the gateway understood it. */
export interface AwsCall {
  /** Endpoint prefix as in the credential scope or the service model, for example `organizations`, `s3`, `apigateway`. */
  readonly service: string;
  /** Operation of the service model, for example `CreatePolicy`; `undefined` when the model names none for the request. */
  readonly operation: string | undefined;
  readonly protocol: Protocol;
  /** Twelve-digit id of the account the caller's credentials belong to. */
  readonly account: string;
  /** ARN of the caller: the assumed role's session, or the account's root. */
  readonly principal: string;
  readonly region: string;
  readonly method: string;
  readonly host: string;
  /** Path and query as sent, after proxy and token prefixes are removed; a bucket in the host name is in the path here. */
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface AwsResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[]>>;
  readonly body: Buffer;
}

/**
 * A link of the gateway's chain: answers the call, or returns `undefined` to let the next one have it.
 * `forward` sends a call to the backend the routing table names, so that a link may look at or amend the answer.
 */
export type CallHandler = (
  call: AwsCall,
  forward: (call: AwsCall) => Promise<AwsResponse>,
) => Promise<AwsResponse | undefined>;
