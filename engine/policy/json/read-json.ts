import { suggestion } from "../../nearest";
import type { JsonMember, JsonNode } from "./json-node";
import { readString, type ReportSyntax, type SyntaxFaultKind } from "./read-string";

const deepest = 32;
const strictNumber = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

/** Thrown and caught in this file: nothing after this place can be read. */
const unreadable = new Error("unreadable");

/**
 * Reads JSON and keeps the place of every value, which JSON.parse does not. What a reader can see past (comments, commas too many or too few, quotes)
 * is reported and read over, so that one run finds all faults.
 * @returns undefined when the text cannot be read to its end; the reports say why
 */
export function readJson(text: string, report: ReportSyntax): JsonNode | undefined {
  let at = 0;

  function stop(kind: SyntaxFaultKind, place: number, message: string): never {
    report(kind, place, message);
    throw unreadable;
  }

  function skipSpace(): void {
    for (;;) {
      const space = /[ \t\r\n]*/y;
      space.lastIndex = at;
      space.exec(text);
      at = space.lastIndex;
      const comment = /\/\/[^\n]*|\/\*[^]*?\*\/|#[^\n]*/y;
      comment.lastIndex = at;
      if (!comment.exec(text)) return;
      report("json-comment", at, "JSON has no comments; remove it");
      at = comment.lastIndex;
    }
  }

  function value(depth: number): JsonNode {
    skipSpace();
    const from = at;
    if (depth > deepest) stop("nested-too-deep", from, `nested more than ${deepest} deep`);
    const character = text[from];
    if (character === undefined) stop("unclosed-bracket", from, "the document ends where a value should be");
    if (character === "{") return object(depth);
    if (character === "[") return array(depth);
    if (character === '"' || character === "'") return { is: "string", at: from, value: quoted() };
    const word = /[+\-.\w]+/y;
    word.lastIndex = from;
    const found = word.exec(text)?.[0];
    if (found === undefined) stop("unexpected-character", from, `expected a value, found ${shown(character)}`);
    at = word.lastIndex;
    return scalar(found, from);
  }

  function scalar(word: string, from: number): JsonNode {
    if (word === "true" || word === "false") return { is: "boolean", at: from, value: word === "true" };
    if (word === "null") return { is: "null", at: from };
    if (strictNumber.test(word)) return { is: "number", at: from, text: word };
    if (/^[+\-.\d]/.test(word)) report("bad-number", from, `${word} is no number of JSON, such as 0, -1 or 2.5`);
    else {
      const known = suggestion(word, ["true", "false", "null"]);
      report("bad-literal", from, `${word} is no value; text stands in double quotes${known}`);
    }
    return { is: "unreadable", at: from };
  }

  function quoted(): string {
    if (text[at] === "'") report("single-quotes", at, "JSON has no single quotes; use double quotes");
    const read = readString(text, at, report);
    if (!read) stop("unterminated-string", at, "the string does not end in its line");
    at = read.end;
    return read.value;
  }

  function array(depth: number): JsonNode {
    const from = at++;
    const items: JsonNode[] = [];
    for (let comma = -1; !closes("]", from, comma); comma = separator("]", from)) items.push(value(depth + 1));
    return { is: "array", at: from, items };
  }

  function object(depth: number): JsonNode {
    const from = at++;
    const members: JsonMember[] = [];
    for (let comma = -1; !closes("}", from, comma); comma = separator("}", from)) members.push(member(depth));
    return { is: "object", at: from, members };
  }

  function member(depth: number): JsonMember {
    const from = at;
    const name = key();
    skipSpace();
    if (text[at] === ":") at++;
    else report("missing-colon", at, `expected ":" after the key ${JSON.stringify(name)}`);
    return { key: name, at: from, value: value(depth + 1) };
  }

  function key(): string {
    const character = text[at] ?? "";
    if (character === '"' || character === "'") return quoted();
    const word = /[\w$:.-]*[\w$]/y;
    word.lastIndex = at;
    const found = word.exec(text)?.[0];
    if (found === undefined) {
      stop("unexpected-character", at, `expected a key in double quotes, found ${shown(character)}`);
    }
    report("unquoted-key", at, `the key ${found} must stand in double quotes`);
    at = word.lastIndex;
    return found;
  }

  /** Whether the closing bracket is next; a comma right before it is one too many. */
  function closes(bracket: string, opened: number, comma: number): boolean {
    skipSpace();
    const character = text[at];
    if (character === undefined) stop("unclosed-bracket", opened, `${shown(text[opened])} is never closed`);
    if (character === bracket) {
      if (comma >= 0) report("trailing-comma", comma, `a comma before ${shown(bracket)}; remove it`);
      at++;
      return true;
    }
    if (character === "]" || character === "}") {
      stop("mismatched-bracket", at, `${shown(character)} closes ${shown(text[opened])}; expected ${shown(bracket)}`);
    }
    return false;
  }

  /** Skips the comma; @returns its offset, or -1 where the closing bracket is next. */
  function separator(bracket: string, opened: number): number {
    skipSpace();
    const character = text[at];
    if (character === ",") return at++;
    if (character === "]" || character === "}") return -1;
    if (character === undefined) stop("unclosed-bracket", opened, `${shown(text[opened])} is never closed`);
    if (!/["'{[\w-]/.test(character)) {
      stop("unexpected-character", at, `expected "," or ${shown(bracket)}, found ${shown(character)}`);
    }
    report("missing-comma", at, 'expected "," before this');
    return -1;
  }

  try {
    if (text.startsWith("\uFEFF")) {
      report("byte-order-mark", 0, "the document starts with a byte order mark; save it as UTF-8 without one");
      at = 1;
    }
    skipSpace();
    if (at === text.length) stop("empty-document", 0, "the document is empty; it must be a JSON object");
    const node = value(0);
    skipSpace();
    if (at < text.length) stop("text-after-document", at, "text after the end of the document; it must be one object");
    return node;
  } catch (error) {
    if (error === unreadable) return undefined;
    throw error;
  }
}

function shown(character: string | undefined): string {
  return character === undefined ? "the end" : character === '"' ? "a double quote" : `"${character}"`;
}
