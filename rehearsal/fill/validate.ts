import { isList, isMembers, shapeOf } from "./shape";
import type { Members, ServiceModel, Shape, ShapeReference, Value } from "./shape";

/**
 * What AWS would refuse in an input before it looks at anything else: required members, types, enums, lengths, ranges and
 * patterns of the model. One sentence each, in the words AWS's services use, naming the member by its path.
 */
export function violations(model: ServiceModel, input: ShapeReference, value: Members): readonly string[] {
  return check(model, input, value, "");
}

function check(model: ServiceModel, reference: ShapeReference, value: Value, path: string): readonly string[] {
  const shape = shapeOf(model, reference);
  if (shape.document) return [];
  if (!hasType(shape, value))
    return [`${quoted(value)} at '${path}' failed to satisfy constraint: Member must be a ${shape.type}`];
  if (isMembers(value) && shape.type === "structure") return structure(model, shape, value, path);
  if (isMembers(value) && shape.value) {
    const { value: item } = shape;
    return [
      ...size(shape, Object.keys(value).length, path, value),
      ...Object.entries(value).flatMap(([key, entry]) => check(model, item, entry, `${path}.${key}.member`)),
    ];
  }
  if (isList(value) && shape.member) {
    const { member } = shape;
    return [
      ...size(shape, value.length, path, value),
      ...value.flatMap((item: Value, index) => check(model, member, item, `${path}.${index + 1}.member`)),
    ];
  }
  if (typeof value === "string" && shape.type !== "blob" && shape.type !== "timestamp") return text(shape, value, path);
  return typeof value === "number" && shape.type !== "timestamp" ? range(shape, value, path) : [];
}

function structure(model: ServiceModel, shape: Shape, value: Members, path: string): readonly string[] {
  const at = (name: string): string => (path === "" ? camel(name) : `${path}.${camel(name)}`);
  const missing = (shape.required ?? [])
    .filter((name) => value[name] === undefined || value[name] === null)
    .filter((name) => shape.members?.[name]?.idempotencyToken !== true)
    .map((name) => `Value null at '${at(name)}' failed to satisfy constraint: Member must not be null`);
  const present = Object.entries(shape.members ?? {}).flatMap(([name, member]) => {
    const item = value[name];
    return item === undefined || item === null ? [] : check(model, member, item, at(name));
  });
  return [...missing, ...present];
}

function text(shape: Shape, value: string, path: string): readonly string[] {
  const found = [...size(shape, [...value].length, path, value)];
  if (shape.enum && !shape.enum.includes(value))
    found.push(
      `${quoted(value)} at '${path}' failed to satisfy constraint: Member must satisfy enum value set: [${shape.enum.join(", ")}]`,
    );
  const pattern = shape.pattern === undefined ? undefined : compile(shape.pattern);
  if (pattern && !pattern.test(value))
    found.push(
      `${quoted(value)} at '${path}' failed to satisfy constraint: Member must satisfy regular expression pattern: ${shape.pattern ?? ""}`,
    );
  return found;
}

function size(shape: Shape, length: number, path: string, value: Value): readonly string[] {
  const limit = (sentence: string): string =>
    `${quoted(value)} at '${path}' failed to satisfy constraint: Member must have length ${sentence}`;
  if (shape.min !== undefined && length < shape.min) return [limit(`greater than or equal to ${shape.min}`)];
  return shape.max !== undefined && length > shape.max ? [limit(`less than or equal to ${shape.max}`)] : [];
}

function range(shape: Shape, value: number, path: string): readonly string[] {
  const limit = (sentence: string): string =>
    `${quoted(value)} at '${path}' failed to satisfy constraint: Member must have value ${sentence}`;
  if (shape.min !== undefined && value < shape.min) return [limit(`greater than or equal to ${shape.min}`)];
  return shape.max !== undefined && value > shape.max ? [limit(`less than or equal to ${shape.max}`)] : [];
}

function hasType(shape: Shape, value: Value): boolean {
  switch (shape.type) {
    case "structure":
    case "map":
      return isMembers(value);
    case "list":
      return isList(value);
    case "boolean":
      return typeof value === "boolean";
    case "timestamp":
    case "float":
    case "double":
      return typeof value === "number" && !Number.isNaN(value);
    case "integer":
    case "long":
      return Number.isInteger(value);
    default:
      return typeof value === "string";
  }
}

const compiled = new Map<string, RegExp | undefined>();

/** Patterns are Java's and match the whole value; the few that JavaScript cannot compile are not checked. */
function compile(pattern: string): RegExp | undefined {
  if (!compiled.has(pattern)) compiled.set(pattern, toRegExp(pattern));
  return compiled.get(pattern);
}

function toRegExp(pattern: string): RegExp | undefined {
  try {
    return new RegExp(`^(?:${pattern})$`, "us");
  } catch {
    try {
      return new RegExp(`^(?:${pattern})$`, "s");
    } catch {
      return undefined;
    }
  }
}

const camel = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
const quoted = (value: Value): string => `Value '${typeof value === "string" ? value : JSON.stringify(value)}'`;
