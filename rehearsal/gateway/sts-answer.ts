import { randomUUID } from "node:crypto";
import type { AwsResponse } from "./call";

/** Members of an answer of the query protocol, in the model's names. */
export interface Members {
  readonly [name: string]: string | Members;
}

const namespace = "https://sts.amazonaws.com/doc/2011-06-15/";

/** A successful answer of STS. */
export function stsAnswer(operation: string, members: Members): AwsResponse {
  const body =
    `<${operation}Response xmlns="${namespace}"><${operation}Result>${xml(members)}</${operation}Result>` +
    `<ResponseMetadata><RequestId>${randomUUID()}</RequestId></ResponseMetadata></${operation}Response>`;
  return { status: 200, headers: { "content-type": "text/xml" }, body: Buffer.from(body) };
}

function xml(members: Members): string {
  return Object.entries(members)
    .map(([name, value]) => `<${name}>${typeof value === "string" ? escape(value) : xml(value)}</${name}>`)
    .join("");
}

function escape(value: string): string {
  return value.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}
