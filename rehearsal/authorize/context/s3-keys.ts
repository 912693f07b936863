import type { AwsCall } from "../../gateway/call";
import type { Asked } from "./facts";
import type { KeyValue } from "./key-value";

type Derive = (asked: Asked) => KeyValue;

const header =
  (name: string): Derive =>
  ({ call }) => {
    const value = call.headers[name];
    return typeof value === "string" ? value : undefined;
  };
const query =
  (name: string): Derive =>
  ({ call }) =>
    call.url.searchParams.get(name) ?? undefined;

/** Keys of Amazon S3 that are neither a header of their own name nor named here stay unknown (Service Authorization Reference, "Condition keys for Amazon S3"). */
const keys: Readonly<Record<string, Derive>> = {
  "s3:authtype": ({ call }) => (isPresigned(call) ? "REST-QUERY-STRING" : "REST-HEADER"),
  "s3:delimiter": query("delimiter"),
  "s3:if-match": header("if-match"),
  "s3:if-none-match": header("if-none-match"),
  "s3:locationconstraint": ({ call }) => /<LocationConstraint>([^<]*)</.exec(call.body.toString())?.[1],
  "s3:max-keys": query("max-keys"),
  "s3:object-lock-legal-hold": header("x-amz-object-lock-legal-hold"),
  "s3:object-lock-mode": header("x-amz-object-lock-mode"),
  "s3:object-lock-retain-until-date": header("x-amz-object-lock-retain-until-date"),
  "s3:prefix": query("prefix"),
  "s3:resourceaccount": ({ resourceAccount }) => resourceAccount,
  "s3:signatureversion": () => "AWS4-HMAC-SHA256",
  "s3:tlsversion": () => "1.3",
  "s3:versionid": query("versionId"),
};

/** @param key in lower case; undefined: no rule for it */
export function s3Key(key: string): Derive | undefined {
  if (Object.hasOwn(keys, key)) return keys[key];
  return key.startsWith("s3:x-amz-") ? header(key.slice("s3:".length)) : undefined;
}

function isPresigned({ url }: AwsCall): boolean {
  return url.searchParams.has("X-Amz-Signature");
}
