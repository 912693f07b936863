import { randomUUID } from "node:crypto";
import type { AwsResponse } from "../gateway/call";

/** An error of the Organizations API: code and wording as AWS gives them, `reason` where the error has one. */
export interface OrganizationsError {
  readonly code: string;
  readonly message: string;
  readonly reason?: string;
}

export function refuse({ code, message, reason }: OrganizationsError): AwsResponse {
  return answer(400, { __type: code, Message: message, ...(reason === undefined ? {} : { Reason: reason }) }, code);
}

export function succeed(output: object): AwsResponse {
  return answer(200, output);
}

function answer(status: number, body: object, errorType?: string): AwsResponse {
  return {
    status,
    headers: {
      "content-type": "application/x-amz-json-1.1",
      "x-amzn-requestid": randomUUID(),
      ...(errorType === undefined ? {} : { "x-amzn-errortype": errorType }),
    },
    body: Buffer.from(JSON.stringify(body)),
  };
}

export function violation(reason: string, message: string): OrganizationsError {
  return { code: "ConstraintViolationException", reason, message };
}
