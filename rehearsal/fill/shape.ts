import type { OperationModel, ServiceModel, Shape, ShapeReference } from "../gateway/service-models";

/** A value of a call's input or output, keyed by the model's member names; timestamps are seconds since 1970. */
export type Value = string | number | boolean | null | readonly Value[] | Members;
export interface Members {
  readonly [member: string]: Value;
}

/** The shape a reference names. @throws when the model is broken. */
export function shapeOf(model: ServiceModel, reference: ShapeReference): Shape {
  const shape = model.shapes[reference.shape];
  if (shape === undefined) throw new Error(`The service model names a shape it does not hold: ${reference.shape}`);
  return shape;
}

export function isMembers(value: Value | undefined): value is Members {
  return typeof value === "object" && value !== null && !isList(value);
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

export type { OperationModel, ServiceModel, Shape, ShapeReference };
