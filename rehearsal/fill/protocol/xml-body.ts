import { isList, isMembers, shapeOf } from "../shape";
import type { ServiceModel, ShapeReference, Value } from "../shape";
import { formatTimestamp, timestampFormat } from "./timestamp";

export const escapeXml = (text: string): string =>
  text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

export const element = (name: string, content: string): string => `<${name}>${content}</${name}>`;

/** The children of a structure, as XML elements in the model's order; only modelled members leave. */
export function writeMembers(model: ServiceModel, protocol: string, reference: ShapeReference, value: Value): string {
  const shape = shapeOf(model, reference);
  if (!isMembers(value)) return "";
  return Object.entries(shape.members ?? {})
    .map(([name, member]) => {
      const item = value[name];
      return item === undefined || item === null
        ? ""
        : write(model, protocol, member, member.locationName ?? name, item);
    })
    .join("");
}

function write(model: ServiceModel, protocol: string, reference: ShapeReference, name: string, value: Value): string {
  const shape = shapeOf(model, reference);
  if (shape.type === "structure") return element(name, writeMembers(model, protocol, reference, value));
  if (shape.type === "list" && isList(value) && shape.member) {
    const { member } = shape;
    if (shape.flattened) return value.map((item: Value) => write(model, protocol, member, name, item)).join("");
    const itemName = member.locationName ?? (protocol === "ec2" ? "item" : "member");
    return element(name, value.map((item: Value) => write(model, protocol, member, itemName, item)).join(""));
  }
  if (shape.type === "timestamp" && typeof value === "number")
    return element(name, String(formatTimestamp(value, timestampFormat(protocol, "body", reference, shape))));
  return element(name, escapeXml(String(value)));
}
