import type { AwsCall, AwsResponse } from "../../gateway/call";

/** An emulator's answer that is nearly right, and the little that makes it right. */
export interface Amendment {
  readonly service: string;
  /** `undefined`: every operation of the service. */
  readonly operation?: string;
  /** What was seen on the wire, with which version. */
  readonly evidence: string;
  readonly request?: (call: AwsCall) => AwsCall;
  readonly response?: (response: AwsResponse, call: AwsCall) => AwsResponse;
}

type Forward = (call: AwsCall) => Promise<AwsResponse>;

/** Whether an amendment concerns the call. */
export function isAmended(amendments: readonly Amendment[], call: AwsCall): boolean {
  return amendments.some((amendment) => concerns(amendment, call));
}

/** `forward`, with the amendments that concern a call made on its way out and back. */
export function amending(amendments: readonly Amendment[], forward: Forward): Forward {
  return async (call) => {
    const mine = amendments.filter((amendment) => concerns(amendment, call));
    const sent = mine.reduce((next, { request }) => request?.(next) ?? next, call);
    const answered = await forward(sent);
    return mine.reduce((next, { response }) => response?.(next, call) ?? next, answered);
  };
}

const concerns = ({ service, operation }: Amendment, call: AwsCall): boolean =>
  service === call.service && (operation === undefined || operation === call.operation);

/** A body with every match replaced; its length header follows. */
export function replaceText(body: Buffer, pattern: RegExp, replacement: string): Buffer {
  return Buffer.from(body.toString("utf8").replace(pattern, replacement));
}
