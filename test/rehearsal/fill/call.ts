import { resolve } from "node:path";
import { pythonEnvironment } from "../../../rehearsal/emulators/python-environment";
import { fillLinks } from "../../../rehearsal/fill";
import type { AwsCall, AwsResponse, Protocol } from "../../../rehearsal/gateway/call";

/** Models lie where the emulators' Python environment is. */
export const botocoreData = async (): Promise<string> => (await pythonEnvironment(resolve(".landfall"))).botocoreData;

export interface Request {
  readonly service: string;
  readonly operation: string;
  readonly protocol?: Protocol;
  readonly method?: string;
  readonly path?: string;
  readonly body?: object | string;
  readonly account?: string;
  readonly region?: string;
}

export interface Answer {
  readonly status: number;
  readonly type: string | undefined;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
}

export function awsCall(request: Request): AwsCall {
  const { service, operation, account = "111111111111", region = "eu-west-1", body = {} } = request;
  const isForm = typeof body === "string";
  return {
    service,
    operation,
    protocol: request.protocol ?? "json",
    account,
    principal: `arn:aws:iam::${account}:root`,
    region,
    method: request.method ?? "POST",
    host: "aws.internal",
    url: new URL(`http://aws.internal${request.path ?? "/"}`),
    headers: { "content-type": isForm ? "application/x-www-form-urlencoded" : "application/json" },
    body: Buffer.from(isForm ? body : JSON.stringify(body)),
  };
}

/** A fill of its own, and a function that calls it; `undefined` when it leaves the call to an emulator. */
export async function startFill(
  emulator: (call: AwsCall) => Promise<AwsResponse> = () => Promise.reject(new Error("reached the emulator")),
): Promise<(request: Request) => Promise<Answer | undefined>> {
  const links = fillLinks(await botocoreData());
  const answer = async (call: AwsCall): Promise<AwsResponse | undefined> => {
    for (const link of links) {
      const given = await link(call, emulator);
      if (given !== undefined) return given;
    }
    return undefined;
  };
  return async (request) => {
    const response = await answer(awsCall(request));
    if (response === undefined) return undefined;
    const text = response.body.toString();
    const type = response.headers["x-amzn-errortype"];
    return {
      status: response.status,
      type: typeof type === "string" ? type : undefined,
      text,
      body: text.startsWith("{") ? (JSON.parse(text) as Record<string, unknown>) : {},
    };
  };
}
