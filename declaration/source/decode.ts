import type { ProblemCode } from "../problem/codes";
import { type FileContent, sizeLimit } from "./files";

export type Decoded =
  | { readonly text: string }
  | { readonly code: ProblemCode; readonly message: string; readonly offset: number; readonly text: string };

/** Bytes to text: UTF-8 with or without a byte order mark, within the size limit, not blank. */
export function decode(name: string, content: FileContent): Decoded {
  if (typeof content !== "string" && "unreadable" in content) {
    return { code: "LF1003", message: `cannot be read: ${content.unreadable}`, offset: 0, text: "" };
  }
  const size = typeof content === "string" ? Buffer.byteLength(content) : content.length;
  if (size > sizeLimit(name)) {
    return { code: "LF1004", message: `the file is larger than ${sizeLimit(name) / 1024} KiB`, offset: 0, text: "" };
  }
  const text = typeof content === "string" ? withoutMark(content) : utf8(content);
  if (text === undefined) {
    return { code: "LF1005", message: "the file is not UTF-8 text; save it as UTF-8", offset: 0, text: "" };
  }
  const marker = /^([<>|])\1{6} .*$|^={7}$/m.exec(text);
  if (marker) {
    // Of two branches that each recorded something, both records count.
    const keep = name.endsWith(".lock.json") ? "keep the entries of both sides" : "keep one side";
    const message = `a merge left conflict markers here; ${keep} and remove the lines ${"<<<<<<<, =======, >>>>>>>"}`;
    return { code: "LF1112", message, offset: marker.index, text };
  }
  return { text };
}

function utf8(bytes: Uint8Array): string | undefined {
  if (bytes.includes(0)) return undefined;
  try {
    return withoutMark(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

function withoutMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
}
