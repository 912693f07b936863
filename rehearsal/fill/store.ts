import { randomBytes, randomUUID } from "node:crypto";
import type { AwsCall } from "../gateway/call";
import type { Members, Value } from "./shape";

/** Whose records a call sees. */
export interface Scope {
  readonly service: string;
  readonly account: string;
  readonly region: string;
}

export type Tags = Readonly<Record<string, string>>;
export interface StoredRecord {
  readonly members: Members;
  readonly tags: Tags;
}

/** Every record the fill holds, in memory: it lives and dies with the gateway. */
export interface Store {
  /** The records of one resource of one account (and region, unless global), by joined key. */
  readonly table: (scope: Scope, resource: string, global: boolean) => Map<string, StoredRecord>;
  /** Tags of resources that an emulator holds, by ARN. */
  readonly foreignTags: (scope: Scope) => Map<string, Tags>;
}

export function memoryStore(): Store {
  const tables = new Map<string, Map<string, StoredRecord>>();
  const tags = new Map<string, Map<string, Tags>>();
  return {
    table: (scope, resource, global) =>
      entry(tables, [scope.account, global ? "" : scope.region, scope.service, resource]),
    foreignTags: (scope) => entry(tags, [scope.account, scope.service]),
  };
}

function entry<T>(maps: Map<string, Map<string, T>>, path: readonly string[]): Map<string, T> {
  const key = path.join("/");
  const map = maps.get(key) ?? new Map<string, T>();
  maps.set(key, map);
  return map;
}

export function scopeOf(call: AwsCall): Scope {
  return { service: call.service, account: call.account, region: call.region };
}

/**
 * Fills a template: `{account}`, `{region}`, `{partition}`, `{uuid}`, `{id:17}` (hexadecimal digits), `{now}` (seconds since 1970, as the
 * whole value), `{timestamp}` (ISO 8601) and `{Member}` of the record. Values that are no strings are taken as they are.
 */
export function fillTemplate(template: Value, record: Members, scope: Scope): Value {
  if (template === "{now}") return Math.floor(Date.now() / 1000);
  if (typeof template !== "string") return template;
  return template.replace(/\{(\w+)(?::(\d+))?\}/g, (_whole, name: string, size?: string) => {
    if (name === "account") return scope.account;
    if (name === "region") return scope.region;
    if (name === "partition") return partitionOf(scope.region);
    if (name === "timestamp") return new Date().toISOString();
    if (name === "uuid") return randomUUID();
    if (name === "id")
      return randomBytes(32)
        .toString("hex")
        .slice(0, Number(size ?? "32"));
    return String(record[name] ?? "");
  });
}

export function partitionOf(region: string): string {
  if (region.startsWith("cn-")) return "aws-cn";
  return region.startsWith("us-gov-") ? "aws-us-gov" : "aws";
}
