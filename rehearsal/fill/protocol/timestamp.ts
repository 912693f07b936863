import type { Shape, ShapeReference, Value } from "../shape";

export type TimestampFormat = "iso8601" | "rfc822" | "unixTimestamp";
export type Place = "body" | "header" | "querystring";

/** Default wire format of a timestamp by protocol and place (botocore `serialize.py`, AWS protocol specifications). */
export function timestampFormat(
  protocol: string,
  place: Place,
  reference: ShapeReference,
  shape: Shape,
): TimestampFormat {
  const modelled = reference.timestampFormat ?? shape.timestampFormat;
  if (modelled === "rfc822" || modelled === "unixTimestamp" || modelled === "iso8601") return modelled;
  if (place === "header") return "rfc822";
  if (place === "querystring") return "iso8601";
  return protocol === "json" || protocol === "rest-json" ? "unixTimestamp" : "iso8601";
}

/** @param seconds since 1970. */
export function formatTimestamp(seconds: number, format: TimestampFormat): string | number {
  const date = new Date(seconds * 1000);
  if (format === "unixTimestamp") return seconds;
  return format === "rfc822" ? date.toUTCString() : date.toISOString();
}

/** Reads any of the three wire formats; `undefined` when the value is none. */
export function parseTimestamp(value: Value): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value !== "string") return undefined;
  if (/^-?\d+(\.\d+)?$/.test(value)) return Number(value);
  const milliseconds = Date.parse(value);
  return Number.isNaN(milliseconds) ? undefined : milliseconds / 1000;
}
