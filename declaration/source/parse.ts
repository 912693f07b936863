import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  LineCounter,
  type Pair,
  parseAllDocuments,
  parseDocument,
  type Document,
  visit,
  type YAMLError,
} from "yaml";
import type { ProblemCode } from "../problem/codes";
import type { Problem } from "../problem/problem";
import { decode } from "./decode";
import { type FileContent, zoneFileName } from "./files";
import { plainJson } from "./plain-json";
import { plainYaml } from "./plain-yaml";
import { type Places, problemAtOffset, type Source } from "./source";
import { shown } from "../problem/words";
import { jsonFault } from "./json-text";

export type Parsed = { readonly source: Source } | { readonly problems: readonly Problem[] };

/** Deeper than any declaration: organizational units end at five levels, policies at about ten. */
const maximumDepth = 32;

/**
 * Reads one YAML or JSON file whose root is a mapping. Anchors, aliases, merge keys and tags are refused: a file says what it
 * means where it says it, and every value has one place to point at.
 */
export function parse(name: string, file: string, content: FileContent): Parsed {
  const lines = new LineCounter();
  const decoded = decode(name, content);
  const at = (offset: number, code: ProblemCode, message: string): Problem =>
    problemAtOffset({ file, lines }, offset, code, message);
  if ("code" in decoded) {
    index(decoded.text, lines);
    return { problems: [at(decoded.offset, decoded.code, decoded.message)] };
  }
  const { text } = decoded;
  const plain = name.endsWith(".json") ? plainJson(text, maximumDepth) : plainYaml(text);
  if (plain !== undefined) return { source: { name, file, data: plain, text, places: placesOf(text) } };
  if (last !== undefined && last.name === name && last.file === file && last.text === text) return last.parsed;
  const parsed = parseAll(name, file, text, lines, at);
  if (name === zoneFileName) last = { name, file, text, parsed };
  return parsed;
}

/** The zone's own file, the largest, is read twice: for what it says, and for the places of its guardrails. */
let last: { readonly name: string; readonly file: string; readonly text: string; readonly parsed: Parsed } | undefined;

function parseAll(name: string, file: string, text: string, lines: LineCounter, at: At): Parsed {
  if (text.trim() === "") return { problems: [at(0, "LF1010", "the file is empty")] };
  const fault = name.endsWith(".json") ? jsonFault(text) : undefined;
  if (fault) {
    index(text, lines);
    return { problems: [at(fault.offset, "LF1113", fault.message)] };
  }
  try {
    const documents = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false, stringKeys: false });
    if ("empty" in documents) return { problems: [at(0, "LF1010", "the file holds only comments")] };
    const problems = documents.flatMap((document) => faults(document, text, at));
    const [document, second] = documents;
    if (second) problems.push(at(second.range[0], "LF1106", "a second document starts here; a file holds one"));
    if (problems.length > 0 || !document) return { problems };
    if (!isMap(document.contents)) {
      return {
        problems: [at(0, "LF1107", "the file holds a list or a single value; its root must be keys with values")],
      };
    }
    const data = document.toJS() as Record<string, unknown>;
    return { source: { name, file, data, text, places: () => ({ document, lines }) } };
  } catch (error) {
    // The parser recurses: a few thousand open brackets exhaust the stack before there is a tree to measure.
    if (error instanceof RangeError) return { problems: [at(0, "LF1109", tooDeep)] };
    throw error;
  }
}

const tooDeep = `keys and lists are nested more than ${maximumDepth} deep`;

/** The places of a text that has one document and nothing wrong with it. */
function placesOf(text: string): () => Places {
  let found: Places | undefined;
  const find = (): Places => {
    const lines = new LineCounter();
    return { document: parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: false }), lines };
  };
  return () => (found ??= find());
}

/** Line starts of a text that is not parsed. */
function index(text: string, lines: LineCounter): void {
  lines.addNewLine(0);
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) lines.addNewLine(at + 1);
}

type At = (offset: number, code: ProblemCode, message: string) => Problem;

function faults(document: Document.Parsed, text: string, at: At): Problem[] {
  const problems: Problem[] = [];
  visit(document, {
    Node: (_, node, ancestors) => {
      const offset = node.range?.[0] ?? 0;
      if (ancestors.filter(isCollection).length > maximumDepth) {
        problems.splice(0, Infinity, at(offset, "LF1109", tooDeep));
        return visit.BREAK;
      }
      if (isAlias(node)) problems.push(at(offset, "LF1103", `*${node.source} is an alias; write the value out`));
      else {
        if (node.anchor !== undefined)
          problems.push(at(offset, "LF1103", `&${node.anchor} is an anchor; write values out`));
        if (node.tag !== undefined) problems.push(at(offset, "LF1105", `${node.tag} is a tag; write a plain value`));
      }
      return undefined;
    },
    Pair: (_, pair) => {
      problems.push(...keyFaults(pair, at));
    },
  });
  return problems.some(({ code }) => code === "LF1109") ? problems : [...syntaxFaults(document, text, at), ...problems];
}

/** Keys given twice, and the first syntax error: those after it mostly follow from it. */
function syntaxFaults(document: Document.Parsed, text: string, at: At): Problem[] {
  const found = [...document.errors, ...document.warnings];
  const twice = found.filter(({ code }) => code === "DUPLICATE_KEY");
  const syntax = found
    .filter(({ code }) => !["DUPLICATE_KEY", "TAG_RESOLVE_FAILED", "MULTIPLE_DOCS"].includes(code))
    .sort((a, b) => a.pos[0] - b.pos[0])
    .slice(0, 1);
  return [
    ...twice.map(({ pos }) => at(pos[0], "LF1102", `the key ${keyText(text, pos[0])} is given twice; keep one`)),
    ...syntax.map((error) => syntaxFault(document, error, at)),
  ];
}

function syntaxFault(document: Document.Parsed, { code, pos, message }: YAMLError, at: At): Problem {
  if (code === "TAB_AS_INDENT") return at(pos[0], "LF1111", "a tab indents this line; YAML takes spaces");
  const opened = message.startsWith("Missing closing") ? quoteOpenAt(document, pos[0]) : undefined;
  if (opened !== undefined) return at(opened, "LF1101", "not valid YAML: the quote that opens here is not closed");
  return at(pos[0], "LF1101", `not valid YAML: ${message.split("\n", 1)[0] ?? message}`);
}

/** Start of the quoted text that reaches to an offset: the parser reports its end, which may be the file's. */
function quoteOpenAt(document: Document.Parsed, offset: number): number | undefined {
  let start: number | undefined;
  visit(document, {
    Scalar: (_, { type, range }) => {
      if (type?.startsWith("QUOTE") && range && range[0] < offset) start = range[0];
    },
  });
  return start;
}

function keyText(text: string, offset: number): string {
  return shown(/^[^\s:]{1,60}/.exec(text.slice(offset, offset + 60))?.[0].replace(/^"(.*)"$/, "$1") ?? "");
}

function keyFaults(pair: Pair, at: At): Problem[] {
  const { key } = pair;
  if (!isScalar(key) || typeof key.value === "object") {
    const range = (key as { range?: readonly number[] } | null)?.range;
    return [at(range?.[0] ?? 0, "LF1108", "a key must be text")];
  }
  const offset = key.range?.[0] ?? 0;
  if (key.value === "<<") return [at(offset, "LF1104", "<< is a merge key; write the keys out")];
  if (key.value === "__proto__") return [at(offset, "LF1110", "__proto__ cannot be a key")];
  return [];
}
