import { randomBytes } from "node:crypto";

/** A version 7 UUID (RFC 9562): its first 48 bits are the time in milliseconds, so ids sort by creation. */
export function timeOrderedId(now: number): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(now, 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

/** The time in an id, in milliseconds. Any other UUID gives some time too: there is nothing stored under it. */
export function timeOf(id: string): number {
  return parseInt(id.replaceAll("-", "").slice(0, 12), 16);
}

/** UTC month as `2026-11`; years beyond 9999, which any UUID may claim, as ISO 8601 expands them. */
export function monthOf(time: number): string {
  return new Date(time).toISOString().replace(/-\d\dT.*$/, "");
}

/** The month of `time` and those before it, newest first, down to and including the month `oldest`. */
export function monthsBack(time: number, oldest: number): readonly string[] {
  const months: string[] = [];
  const cursor = new Date(time);
  cursor.setUTCDate(1);
  while (monthOf(cursor.getTime()) >= monthOf(oldest)) {
    months.push(monthOf(cursor.getTime()));
    cursor.setUTCMonth(cursor.getUTCMonth() - 1);
  }
  return months;
}
