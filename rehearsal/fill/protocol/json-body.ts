import { isList, isMembers, shapeOf } from "../shape";
import type { ServiceModel, ShapeReference, Value } from "../shape";
import { formatTimestamp, parseTimestamp, timestampFormat } from "./timestamp";

/**
 * A JSON document as the model sees it: wire names become member names, unknown members are dropped (AWS ignores them),
 * timestamps become seconds. A value of the wrong type is kept, so that validation can name it.
 */
export function readJson(model: ServiceModel, reference: ShapeReference, wire: Value): Value {
  const shape = shapeOf(model, reference);
  if (wire === null) return null;
  if (shape.document) return wire;
  if (shape.type === "structure" && isMembers(wire)) {
    const members: Record<string, Value> = {};
    for (const [name, member] of Object.entries(shape.members ?? {})) {
      const value = wire[member.locationName ?? name];
      if (value !== undefined && value !== null) members[name] = readJson(model, member, value);
    }
    return members;
  }
  if (shape.type === "list" && isList(wire) && shape.member) {
    const { member } = shape;
    return wire.map((item: Value) => readJson(model, member, item));
  }
  if (shape.type === "map" && isMembers(wire) && shape.value) {
    const { value } = shape;
    return Object.fromEntries(Object.entries(wire).map(([key, item]) => [key, readJson(model, value, item)]));
  }
  if (shape.type === "timestamp") return parseTimestamp(wire) ?? wire;
  return wire;
}

/** The inverse of `readJson`: only modelled members leave, under their wire names. */
export function writeJson(model: ServiceModel, protocol: string, reference: ShapeReference, value: Value): Value {
  const shape = shapeOf(model, reference);
  if (shape.document) return value;
  if (shape.type === "structure" && isMembers(value)) {
    const wire: Record<string, Value> = {};
    for (const [name, member] of Object.entries(shape.members ?? {})) {
      const item = value[name];
      if (member.location === undefined && item !== undefined && item !== null)
        wire[member.locationName ?? name] = writeJson(model, protocol, member, item);
    }
    return wire;
  }
  if (shape.type === "list" && isList(value) && shape.member) {
    const { member } = shape;
    return value.map((item: Value) => writeJson(model, protocol, member, item));
  }
  if (shape.type === "map" && isMembers(value) && shape.value) {
    const item = shape.value;
    return Object.fromEntries(
      Object.entries(value).map(([key, entry]) => [key, writeJson(model, protocol, item, entry)]),
    );
  }
  if (shape.type === "timestamp" && typeof value === "number")
    return formatTimestamp(value, timestampFormat(protocol, "body", reference, shape));
  return value;
}
