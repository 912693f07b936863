import { randomUUID } from "node:crypto";
import type { AwsResponse, Protocol } from "./call";

/**
 * An error as the service's protocol words it, so that SDKs read its code and message.
 * `status` is 400 to 499 for what must not be retried. Sources: the Smithy protocol specifications of awsJson1_1,
 * awsQuery, ec2Query, restJson1, restXml and rpcv2Cbor.
 */
export function awsError(protocol: Protocol, status: number, code: string, message: string): AwsResponse {
  const requestId = randomUUID();
  switch (protocol) {
    case "json":
      return answer(status, "application/x-amz-json-1.1", JSON.stringify({ __type: code, message }), requestId, code);
    case "rest-json":
      return answer(status, "application/json", JSON.stringify({ code, message }), requestId, code);
    case "smithy-rpc-v2-cbor":
      return { ...answer(status, "application/cbor", cborMap({ __type: code, message }), requestId, code) };
    case "query":
      return answer(
        status,
        "text/xml",
        `<ErrorResponse><Error><Type>Sender</Type>${codeAndMessage(code, message)}</Error>` +
          `<RequestId>${requestId}</RequestId></ErrorResponse>`,
        requestId,
      );
    case "ec2":
      return answer(
        status,
        "text/xml",
        `<Response><Errors><Error>${codeAndMessage(code, message)}</Error></Errors>` +
          `<RequestID>${requestId}</RequestID></Response>`,
        requestId,
      );
    case "rest-xml":
      return answer(
        status,
        "application/xml",
        `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${codeAndMessage(code, message)}` +
          `<RequestId>${requestId}</RequestId></Error>`,
        requestId,
      );
  }
}

function answer(
  status: number,
  type: string,
  body: string | Buffer,
  requestId: string,
  errorType?: string,
): AwsResponse {
  return {
    status,
    headers: {
      "content-type": type,
      "x-amzn-requestid": requestId,
      ...(errorType === undefined ? {} : { "x-amzn-errortype": errorType }),
      ...(type === "application/cbor" ? { "smithy-protocol": "rpc-v2-cbor" } : {}),
    },
    body: Buffer.from(body),
  };
}

function codeAndMessage(code: string, message: string): string {
  return `<Code>${escape(code)}</Code><Message>${escape(message)}</Message>`;
}

function escape(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}

function cborMap(members: Readonly<Record<string, string>>): Buffer {
  const text = (value: string): Buffer => {
    const bytes = Buffer.from(value);
    const length = Buffer.alloc(3);
    length.writeUInt8(0x79);
    length.writeUInt16BE(bytes.length, 1);
    return Buffer.concat([length, bytes]);
  };
  const entries = Object.entries(members);
  return Buffer.concat([
    Buffer.from([0xa0 + entries.length]),
    ...entries.flatMap(([key, value]) => [text(key), text(value)]),
  ]);
}
