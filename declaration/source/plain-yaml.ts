type Mapping = Record<string, unknown>;

interface Open {
  readonly indent: number;
  readonly mapping: Mapping;
}

/** A key on a line of its own, with a value behind it or a mapping below it. */
const line = /^( *)([A-Za-z][\w-]*):(?: (.+))?$/;

/** Text that means itself wherever it stands: no sign of YAML is in it. */
const word = /^[A-Za-z0-9+][\w.@+/ -]*$/;

const pair = /^([A-Za-z][\w-]*): (.+)$/;

/**
 * What a YAML text says that is written as most declarations are: keys in blocks, values of one line, lists in brackets and mappings in braces of such
 * values. It reads a thousand files in the time that the whole of YAML takes for fifty.
 *
 * @returns undefined for every other text, right or wrong: then the parser that knows all of YAML, and places, has to look
 */
export function plainYaml(text: string): Readonly<Mapping> | undefined {
  const root: Mapping = {};
  const open: Open[] = [{ indent: 0, mapping: root }];
  /** The mapping of a key without a value, until a line says how deep it is. */
  let below: Mapping | undefined;
  for (const written of text.split("\n")) {
    if (written === "" || written.startsWith("#")) continue;
    const [, spaces, key, value] = line.exec(written) ?? [];
    if (spaces === undefined || key === undefined) return undefined;
    const indent = spaces.length;
    const mapping = below === undefined ? at(open, indent) : opened(open, indent, below);
    if (mapping === undefined || Object.hasOwn(mapping, key) || isSpecial(key)) return undefined;
    below = value === undefined ? {} : undefined;
    const read = value === undefined ? below : valueOf(value);
    if (read === undefined) return undefined;
    mapping[key] = read;
  }
  return below === undefined && Object.keys(root).length > 0 ? root : undefined;
}

/** The mapping that a line continues; undefined: there is none as deep. */
function at(open: Open[], indent: number): Mapping | undefined {
  while ((open.at(-1)?.indent ?? 0) > indent) open.pop();
  const last = open.at(-1);
  return last?.indent === indent ? last.mapping : undefined;
}

function opened(open: Open[], indent: number, mapping: Mapping): Mapping | undefined {
  if (indent <= (open.at(-1)?.indent ?? 0)) return undefined;
  open.push({ indent, mapping });
  return mapping;
}

function valueOf(text: string): unknown {
  if (text.startsWith("[") && text.endsWith("]")) return listOf(text.slice(1, -1));
  if (text.startsWith("{") && text.endsWith("}")) return mappingOf(text.slice(1, -1));
  return scalar(text);
}

function listOf(text: string): readonly unknown[] | undefined {
  const values = text.split(",").map((each) => scalar(each.trim()));
  return values.includes(undefined) ? undefined : values;
}

function mappingOf(text: string): Mapping | undefined {
  const mapping: Mapping = {};
  for (const each of text.split(",")) {
    const [, key, value] = pair.exec(each.trim()) ?? [];
    const read = value === undefined ? undefined : scalar(value);
    if (key === undefined || read === undefined || Object.hasOwn(mapping, key) || isSpecial(key)) return undefined;
    mapping[key] = read;
  }
  return mapping;
}

/** Words, whole numbers and the two truths; undefined for all that may mean something else. */
function scalar(text: string): string | number | boolean | undefined {
  const [, quoted] = /^"([^"\\]*)"$/.exec(text) ?? [];
  if (quoted !== undefined) return /^[ -~]*$/.test(quoted) && !/[,[\]{}]/.test(quoted) ? quoted : undefined;
  if (/^[1-9]\d{0,14}$/.test(text)) return Number(text);
  if (text === "true" || text === "false") return text === "true";
  if (!word.test(text) || /^[\d.+]+$|^[\d+]\S*$| $| {2}/.test(text) || isSpecial(text)) return undefined;
  return text;
}

/** What YAML takes for null or a truth. */
function isSpecial(text: string): boolean {
  return /^(?:null|true|false)$/i.test(text);
}
