/** A member of an object, by its name (JMESPath Specification, "Identifiers"), as it is or between quotes. */
const name = String.raw`(?:[A-Za-z_]\w*|"[^"\\]+")`;
const path = String.raw`${name}(?:\.${name})*`;
const plain = new RegExp(String.raw`^(?:${path}|\[\s*${path}(?:\s*,\s*${path})*\s*\])$`);
const paths = new RegExp(path, "g");
const names = new RegExp(name, "g");

/** Whether an expression of JMESPath is a path of names, or a list of such: all that is needed to say what makes two requests the same one. */
export function isPlain(expression: string): boolean {
  return plain.test(expression);
}

/**
 * What a plain expression finds; what is not there is null.
 * @throws Error for every other expression: a function whose key is one is bundled with JMESPath itself
 */
export function search(expression: string, data: unknown): unknown {
  const find = known.get(expression) ?? finding(expression);
  known.set(expression, find);
  return find(data);
}

const known = new Map<string, (data: unknown) => unknown>();

function finding(expression: string): (data: unknown) => unknown {
  if (!isPlain(expression)) throw new Error(`${expression} is more than a path of names`);
  const finds = (expression.match(paths) ?? []).map(along);
  const [only = () => null] = finds;
  if (!expression.startsWith("[")) return only;
  return (data) => (data === null || data === undefined ? null : finds.map((find) => find(data)));
}

function along(text: string): (data: unknown) => unknown {
  const members = (text.match(names) ?? []).map((member) => member.replaceAll('"', ""));
  return (data) => members.reduce(memberOf, data) ?? null;
}

function memberOf(value: unknown, member: string): unknown {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return isObject && Object.hasOwn(value, member) ? Reflect.get(value, member) : null;
}

/** Functions of JMESPath, of which a plain expression calls none. */
export const PowertoolsFunctions = Object;
