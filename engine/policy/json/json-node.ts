/** JSON with the place of every value: `at` counts UTF-16 units from 0. */
export type JsonNode =
  | { readonly is: "object"; readonly at: number; readonly members: readonly JsonMember[] }
  | { readonly is: "array"; readonly at: number; readonly items: readonly JsonNode[] }
  | { readonly is: "string"; readonly at: number; readonly value: string }
  | { readonly is: "number"; readonly at: number; readonly text: string }
  | { readonly is: "boolean"; readonly at: number; readonly value: boolean }
  | { readonly is: "null"; readonly at: number }
  /** Reported already; whoever reads the document says nothing more about it. */
  | { readonly is: "unreadable"; readonly at: number };

export interface JsonMember {
  readonly key: string;
  readonly at: number;
  readonly value: JsonNode;
}

/** For messages. */
export function typeName(node: JsonNode): string {
  switch (node.is) {
    case "object":
      return "an object";
    case "array":
      return "a list";
    case "string":
      return JSON.stringify(node.value.length > 40 ? `${node.value.slice(0, 40)}…` : node.value);
    case "number":
      return `the number ${node.text}`;
    case "boolean":
      return String(node.value);
    case "null":
      return "null";
    case "unreadable":
      return "unreadable text";
  }
}

/**
 * The text of a string, a number or a boolean: where policies want text, the others may stand without quotes ("Grammar of the IAM JSON policy language").
 */
export function scalarText(node: JsonNode): string | undefined {
  if (node.is === "string") return node.value;
  if (node.is === "number") return node.text;
  return node.is === "boolean" ? String(node.value) : undefined;
}
