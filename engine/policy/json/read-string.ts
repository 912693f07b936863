/** Reports what is wrong at an offset of the text. */
export type ReportSyntax = (kind: SyntaxFaultKind, at: number, message: string) => void;

/** Why a text is no JSON (RFC 8259). */
export const syntaxFaultKinds = [
  "empty-document",
  "byte-order-mark",
  "json-comment",
  "unexpected-character",
  "trailing-comma",
  "missing-comma",
  "missing-colon",
  "unquoted-key",
  "single-quotes",
  "unterminated-string",
  "control-character",
  "bad-escape",
  "bad-number",
  "bad-literal",
  "unclosed-bracket",
  "mismatched-bracket",
  "text-after-document",
  "nested-too-deep",
] as const;

export type SyntaxFaultKind = (typeof syntaxFaultKinds)[number];

const escapes: Readonly<Record<string, string>> = {
  '"': '"',
  "\\": "\\",
  "/": "/",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
};

/**
 * Reads a string whose opening quote is at `from`. Control characters and unknown escapes are reported and read as themselves.
 * @returns undefined when the string does not end in its line
 */
export function readString(
  text: string,
  from: number,
  report: ReportSyntax,
): { readonly value: string; readonly end: number } | undefined {
  const quote = text[from];
  let value = "";
  for (let at = from + 1; at < text.length; at++) {
    const character = text[at] ?? "";
    if (character === quote) return { value, end: at + 1 };
    if (character === "\n" || character === "\r") return undefined;
    if (character === "\\") {
      const read = readEscape(text, at, report);
      value += read.value;
      at = read.last;
    } else {
      if (character < " ") {
        const code = character.charCodeAt(0).toString(16).padStart(4, "0");
        report("control-character", at, `a control character (U+${code}) in a string; write it as \\u${code}`);
      }
      value += character;
    }
  }
  return undefined;
}

/** `last` is the offset of the last character of the escape. */
function readEscape(text: string, at: number, report: ReportSyntax): { value: string; last: number } {
  const letter = text[at + 1] ?? "";
  const simple = escapes[letter];
  if (simple !== undefined) return { value: simple, last: at + 1 };
  const hex = text.slice(at + 2, at + 6);
  if (letter === "u" && /^[0-9a-fA-F]{4}$/.test(hex)) {
    return { value: String.fromCharCode(Number.parseInt(hex, 16)), last: at + 5 };
  }
  report("bad-escape", at, `\\${letter} is no escape of JSON; allowed are \\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX`);
  return { value: letter === "\n" ? "" : letter, last: letter === "\n" ? at : at + 1 };
}
