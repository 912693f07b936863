/** Where a text stops being JSON; `undefined` when it is JSON. Offsets count UTF-16 units from 0. */
export interface JsonFault {
  readonly offset: number;
  readonly message: string;
}

/** One JSON token (RFC 8259) after white space. */
const token =
  /[ \t\r\n]*(?:([{}[\],:])|("(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)(?![\w.]))/y;

const space = /[ \t\r\n]*/y;

type Expected = "value" | "key" | "colon" | "comma" | "value or ]" | "key or }" | "end";

const says: Record<Expected, string> = {
  value: "a value",
  key: "a key in double quotes",
  colon: '":"',
  comma: '"," or the closing bracket',
  "value or ]": 'a value or "]"',
  "key or }": 'a key in double quotes or "}"',
  end: "nothing more",
};

/** JSON.parse says that a text is wrong but, depending on the release of Node, not where. */
export function jsonFault(text: string): JsonFault | undefined {
  const open: string[] = [];
  let expected: Expected = "value";
  token.lastIndex = 0;
  for (;;) {
    space.lastIndex = token.lastIndex;
    space.exec(text);
    const from = space.lastIndex;
    if (from === text.length) {
      return expected === "end"
        ? undefined
        : { offset: from, message: `not valid JSON: ends where ${says[expected]} should be` };
    }
    const match = token.exec(text);
    const next: Expected | null | undefined = match && step(expected, match, open);
    if (!next) return { offset: from, message: `not valid JSON: expected ${says[expected]}` };
    expected = next;
  }
}

/** What may follow the token, or `undefined` when the token may not stand here. `open` holds the brackets still open. */
function step(expected: Expected, match: RegExpExecArray, open: string[]): Expected | undefined {
  const [, punctuation, text] = match;
  const wantsValue = expected === "value" || expected === "value or ]";
  const wantsKey = expected === "key" || expected === "key or }";
  if (punctuation === "{" || punctuation === "[") {
    if (!wantsValue) return undefined;
    open.push(punctuation);
    return punctuation === "{" ? "key or }" : "value or ]";
  }
  if (punctuation === "}" || punctuation === "]") {
    const empty = punctuation === "}" ? "key or }" : "value or ]";
    if (expected !== "comma" && expected !== empty) return undefined;
    if (open.pop() !== (punctuation === "}" ? "{" : "[")) return undefined;
    return open.length === 0 ? "end" : "comma";
  }
  if (punctuation === ":") return expected === "colon" ? "value" : undefined;
  if (punctuation === ",") return expected !== "comma" ? undefined : open.at(-1) === "{" ? "key" : "value";
  if (wantsKey) return text === undefined ? undefined : "colon";
  if (!wantsValue) return undefined;
  return open.length === 0 ? "end" : "comma";
}
