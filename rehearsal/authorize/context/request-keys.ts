import { partitionOf } from "../partition";
import type { Asked } from "./facts";
import { requestedRegion } from "./global-region";
import { type KeyValue, unknown } from "./key-value";
import { requestTags, untaggedKeys } from "./request-tags";

type Derive = (asked: Asked) => KeyValue | Promise<KeyValue>;

/**
 * Keys about the request and the resource, in lower case. The rehearsal stands in for HTTPS with TLS 1.3; where a call comes from on the network is
 * nothing it can know (IAM User Guide, "AWS global condition context keys": properties of the request, of the resource, of the network).
 */
export const requestKeys: Readonly<Record<string, Derive>> = {
  "aws:currenttime": () => new Date().toISOString(),
  "aws:epochtime": () => String(Math.floor(Date.now() / 1000)),
  "aws:requestedregion": ({ call }) => requestedRegion(call.service, call.region, partitionOf(call.principal)),
  "aws:securetransport": () => "true",
  "aws:useragent": ({ call }) => call.headers["user-agent"],
  "aws:referer": ({ call }) => call.headers.referer,
  "aws:sourceip": () => unknown,
  "aws:sourcevpc": () => unknown,
  "aws:sourcevpce": () => unknown,
  "aws:vpcsourceip": () => unknown,
  "aws:tagkeys": ({ call, input }) => {
    const keys = [...Object.keys(requestTags(input, call.body)), ...untaggedKeys(input)];
    return keys.length === 0 ? undefined : keys;
  },
  "aws:resourceaccount": ({ resourceAccount }) => resourceAccount ?? unknown,
  "aws:resourceorgid": async ({ resourceAccount, organization }) => {
    if (resourceAccount === undefined) return unknown;
    return (await organization.pathOf(resourceAccount)) === undefined ? undefined : organization.id;
  },
  "aws:resourceorgpaths": async ({ resourceAccount, organization }) => {
    if (resourceAccount === undefined) return unknown;
    const path = await organization.pathOf(resourceAccount);
    return path === undefined ? undefined : [path];
  },
};

/** `aws:RequestTag/KEY`: names of tags are compared without regard to case in a key (the same page). */
export function requestTag({ call, input }: Asked, key: string): KeyValue {
  return Object.entries(requestTags(input, call.body)).find(([name]) => name.toLowerCase() === key)?.[1];
}
