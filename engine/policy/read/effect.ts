import { suggestion } from "../../nearest";
import { typeName } from "../json/json-node";
import type { Effect } from "../policy";
import type { Elements, Reading } from "./reading";

const effects: readonly Effect[] = ["Allow", "Deny"];

/** @param at of the statement, where a missing element is reported */
export function readEffect({ kind, report }: Reading, { Effect: member }: Elements<"Effect">, at: number): Effect {
  if (!member) {
    report("effect-missing", at, "the statement has no Effect; it must be Allow or Deny");
    return "Deny";
  }
  const { value } = member;
  if (value.is === "unreadable") return "Deny";
  if (value.is !== "string") {
    report("effect-type", value.at, `Effect is ${typeName(value)}; it must be "Allow" or "Deny"`);
    return "Deny";
  }
  const effect = effects.find((each) => each === value.value);
  const sameWord = effects.find((each) => each.toLowerCase() === value.value.toLowerCase());
  if (effect === undefined && sameWord !== undefined) {
    report("effect-case", value.at, `Effect ${value.value} must be written ${sameWord}`);
  } else if (effect === undefined) {
    const near = suggestion(value.value, effects);
    report(
      "effect-unknown",
      value.at,
      `unknown Effect ${JSON.stringify(value.value)}; it must be Allow or Deny${near}`,
    );
  } else if (effect === "Allow" && kind === "resource-control-policy") {
    report("effect-not-deny", value.at, "a resource control policy may only Deny; RCPFullAWSAccess allows");
  }
  return effect ?? sameWord ?? "Deny";
}
