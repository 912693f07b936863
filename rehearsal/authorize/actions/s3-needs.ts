import type { AwsCall } from "../../gateway/call";
import type { Need } from "../need";
import { byHeader, ofAVersion, s3Actions } from "./s3";

/** The permissions a call to Amazon S3 needs; the bucket is in its path. */
export function s3Needs(call: AwsCall, partition: string): readonly Need[] {
  const operation = call.operation ?? "";
  const [bucket = "", ...key] = decodeURIComponent(call.url.pathname).slice(1).split("/");
  const objectKey = key.join("/");
  if (bucket === "") return [{ action: s3Actions[operation] ?? `s3:${operation}`, resource: "*" }];
  const bucketArn = `arn:${partition}:s3:::${bucket}`;
  const objects =
    operation === "DeleteObjects" ? deletedObjects(call) : [{ key: objectKey, version: versionIn(call.url) }];
  if (objects.length === 0) return [{ action: "s3:DeleteObject", resource: undefined }];
  return [
    ...objects.flatMap((object) => objectNeeds(call, operation, bucketArn, object)),
    ...copiedFrom(call, partition),
  ];
}

interface ObjectName {
  readonly key: string;
  readonly version: boolean;
}

function objectNeeds(call: AwsCall, operation: string, bucketArn: string, { key, version }: ObjectName): Need[] {
  const named = s3Actions[operation] ?? `s3:${operation}`;
  const action = version ? (ofAVersion[named] ?? named) : named;
  const resource = key === "" ? bucketArn : `${bucketArn}/${key}`;
  const further = byHeader.filter(({ header, operations }) => operations.includes(action) && isSent(call, header));
  return [action, ...further.map((row) => row.action)].map((each) => ({ action: each, resource }));
}

/** @param header a name, or the start of names when it ends in `-` */
function isSent({ headers }: AwsCall, header: string): boolean {
  if (header.endsWith("-")) return Object.keys(headers).some((name) => name.startsWith(header));
  return headers[header] !== undefined && headers[header] !== "false";
}

function versionIn(url: URL): boolean {
  return (url.searchParams.get("versionId") ?? "") !== "";
}

/** DeleteObjects names its objects in the body (Amazon S3 API Reference, "DeleteObjects"). */
function deletedObjects(call: AwsCall): readonly ObjectName[] {
  return [...call.body.toString().matchAll(/<Object\b[^>]*>(.*?)<\/Object>/gs)].map(([, object = ""]) => ({
    key: unescaped(/<Key>([^<]*)<\/Key>/.exec(object)?.[1] ?? ""),
    version: object.includes("<VersionId>"),
  }));
}

function copiedFrom({ headers }: AwsCall, partition: string): readonly Need[] {
  const source = headers["x-amz-copy-source"];
  if (typeof source !== "string") return [];
  const [path = "", query = ""] = source.split("?");
  const action = query.includes("versionId=") ? "s3:GetObjectVersion" : "s3:GetObject";
  return [{ action, resource: `arn:${partition}:s3:::${decodeURIComponent(path).replace(/^\//, "")}` }];
}

function unescaped(text: string): string {
  return text
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&apos;/g, "'")
    .replace(/&amp;/g, "&");
}
