import { type JsonNode, typeName } from "../json/json-node";
import type { Statement } from "../policy";
import { readAction } from "./action";
import { readConditions } from "./condition";
import { readEffect } from "./effect";
import { checkPrincipal } from "./principal";
import { elementsOf, type Reading } from "./reading";
import { readResource } from "./resource";
import { readSid } from "./sid";

const names = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
] as const;

/** @param sids Sids of the statements before */
export function readStatement(
  reading: Reading,
  node: JsonNode,
  index: number,
  sids: Set<string>,
): Statement | undefined {
  if (node.is === "unreadable") return undefined;
  if (node.is !== "object") {
    reading.report("statement-not-object", node.at, `a statement is ${typeName(node)}; it must be an object`);
    return undefined;
  }
  const elements = elementsOf(reading, node, names, "statement");
  checkPrincipal(reading, elements, node.at);
  return {
    sid: readSid(reading, elements, sids),
    index,
    effect: readEffect(reading, elements, node.at),
    action: readAction(reading, elements, node.at),
    resource: readResource(reading, elements, node.at),
    conditions: readConditions(reading, elements),
    place: reading.placeOf(node.at),
  };
}
