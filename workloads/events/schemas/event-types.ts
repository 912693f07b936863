import { inCapitals } from "../../in-capitals";
import type { Catalog, EventSchema } from "./catalog";
import { eventName } from "./event-name";
import type { ValueSchema } from "./keywords";

const heading = "/** Written by Landfall from the schemas beside it; `docs/events.md` says how. Do not change it by hand. */";

/** TypeScript of a project's events: an interface for each, and `Events`, which names them all. */
export function eventTypes(catalog: Catalog): string {
  const events = [...catalog.values()];
  const members = events.map((event) => `  readonly "${eventName(event)}": ${typeName(event)};`);
  return [heading, ...events.map(declaration), `export interface Events {\n${members.join("\n")}\n}`, ""].join("\n\n").trimEnd() + "\n";
}

/** `orders/OrderPurchased.v1` → `OrdersOrderPurchasedV1`. */
function typeName({ source, detailType, version }: EventSchema): string {
  return `${inCapitals(source)}${detailType}V${version}`;
}

function declaration(event: EventSchema): string {
  return `${comment(event.schema, "")}export interface ${typeName(event)} ${typeOf(event.schema, "")}`;
}

function typeOf(schema: ValueSchema, indent: string): string {
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  switch (schema.type) {
    case "integer":
    case "number":
      return "number";
    case "string":
    case "boolean":
      return schema.type;
    case "array":
      return `readonly ${grouped(typeOf(schema.items ?? { type: "object" }, indent))}[]`;
    case "object":
      return fields(schema, indent);
  }
}

function fields({ properties = {}, required = [] }: ValueSchema, indent: string): string {
  const inner = `${indent}  `;
  const lines = Object.entries(properties).map(([field, value]) => {
    const key = /^[A-Za-z_$][\w$]*$/.test(field) ? field : JSON.stringify(field);
    return `${comment(value, inner)}${inner}readonly ${key}${required.includes(field) ? "" : "?"}: ${typeOf(value, inner)};`;
  });
  return lines.length === 0 ? "{}" : `{\n${lines.join("\n")}\n${indent}}`;
}

function grouped(type: string): string {
  return type.includes(" | ") ? `(${type})` : type;
}

function comment({ description }: ValueSchema, indent: string): string {
  return description === undefined ? "" : `${indent}/** ${description.replaceAll("*/", "* /")} */\n`;
}
