import { shapeOf } from "../shape";
import type { ServiceModel, ShapeReference, Value } from "../shape";
import { parseTimestamp } from "./timestamp";

/** Reads a form body of the `query` or `ec2` protocol (`A.member.1.B=…`, or `A.1.B=…` for ec2 and flattened lists). */
export function readForm(
  model: ServiceModel,
  protocol: string,
  reference: ShapeReference,
  form: URLSearchParams,
): Value {
  return read(model, protocol, reference, form, "") ?? {};
}

function read(
  model: ServiceModel,
  protocol: string,
  reference: ShapeReference,
  form: URLSearchParams,
  prefix: string,
): Value | undefined {
  const shape = shapeOf(model, reference);
  if (shape.type === "structure") {
    const members: Record<string, Value> = {};
    for (const [name, member] of Object.entries(shape.members ?? {})) {
      const value = read(model, protocol, member, form, join(prefix, wireName(protocol, name, member)));
      if (value !== undefined) members[name] = value;
    }
    return Object.keys(members).length > 0 || prefix === "" ? members : undefined;
  }
  if (shape.type === "list" && shape.member) {
    const flat = protocol === "ec2" || shape.flattened === true;
    const items: Value[] = [];
    for (let index = 1; ; index += 1) {
      const at = flat ? `${prefix}.${index}` : `${prefix}.${shape.member.locationName ?? "member"}.${index}`;
      const item = read(model, protocol, shape.member, form, at);
      if (item === undefined) return items.length > 0 ? items : undefined;
      items.push(item);
    }
  }
  const text = form.get(prefix);
  if (text === null) return undefined;
  if (shape.type === "boolean") return text === "true";
  if (shape.type === "timestamp") return parseTimestamp(text) ?? text;
  return ["integer", "long", "float", "double"].includes(shape.type) ? Number(text) : text;
}

const join = (prefix: string, name: string): string => (prefix === "" ? name : `${prefix}.${name}`);

function wireName(protocol: string, name: string, member: ShapeReference): string {
  if (protocol !== "ec2") return member.locationName ?? name;
  if (member.queryName) return member.queryName;
  const wire = member.locationName ?? name;
  return wire.charAt(0).toUpperCase() + wire.slice(1);
}
