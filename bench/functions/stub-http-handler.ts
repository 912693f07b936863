import { createHash } from "node:crypto";

/** Takes the place of `@smithy/node-http-handler`: answers DynamoDB's and SQS's calls at once, so that what is measured is code. */

const item = {
  partition: { S: "2026-11" },
  id: { S: "01890a5d-ac96-774b-bcce-b302099a8057" },
  orderId: { S: "01890a5d-ac96-774b-bcce-b302099a8057" },
  customerId: { S: "customer-42" },
  total: { N: "2199" },
};

const answers: Readonly<Record<string, Uint8Array>> = {
  GetItem: Buffer.from(JSON.stringify({ Item: item })),
  Query: Buffer.from(JSON.stringify({ Items: Array.from({ length: 21 }, () => item) })),
};
const nothing = Buffer.from("{}");

interface Call {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** The SDK compares the digest with what it sent. */
function sent(body: string | Uint8Array): Uint8Array {
  const { MessageBody = "" }: { readonly MessageBody?: string } = JSON.parse(Buffer.from(body).toString());
  const MD5OfMessageBody = createHash("md5").update(MessageBody).digest("hex");
  return Buffer.from(JSON.stringify({ MessageId: "1", MD5OfMessageBody }));
}

export const DEFAULT_REQUEST_TIMEOUT = 0;

export function streamCollector(body: Uint8Array): Promise<Uint8Array> {
  return Promise.resolve(body);
}

export class NodeHttpHandler {
  readonly metadata = { handlerProtocol: "http/1.1" };

  static create(): NodeHttpHandler {
    return new NodeHttpHandler();
  }

  handle({ headers, body }: Call): Promise<object> {
    const operation = (headers["x-amz-target"] ?? "").split(".")[1] ?? "";
    const response = { statusCode: 200, headers: { "content-type": "application/x-amz-json-1.0" } };
    return Promise.resolve({
      response: { ...response, body: operation === "SendMessage" ? sent(body) : (answers[operation] ?? nothing) },
    });
  }

  updateHttpClientConfig(): void {
    // There is nothing to configure.
  }

  httpHandlerConfigs(): object {
    return {};
  }

  destroy(): void {
    // There is no connection.
  }
}
