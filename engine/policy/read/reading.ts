import { suggestion } from "../../nearest";
import type { FaultKind } from "../fault-kinds";
import type { JsonMember, JsonNode } from "../json/json-node";
import type { Place, PolicyVersion } from "../policy";
import type { PolicyKind } from "../policy-kind";

/** What every part of the reader works with. */
export interface Reading {
  readonly kind: PolicyKind;
  readonly version: PolicyVersion;
  /** @param at offset in the text */
  readonly report: (kind: FaultKind, at: number, message: string) => void;
  readonly placeOf: (at: number) => Place;
}

export type Elements<Name extends string> = Partial<Record<Name, JsonMember>>;

/**
 * The elements of an object by name. Names in the wrong case, and near misses of a name that is not there, are reported and taken for what they
 * most likely mean, so that they are not reported as missing too.
 */
export function elementsOf<Name extends string>(
  { report }: Pick<Reading, "report">,
  object: Extract<JsonNode, { readonly is: "object" }>,
  names: readonly Name[],
  where: string,
): Elements<Name> {
  const found: Elements<Name> = {};
  const strangers: JsonMember[] = [];
  for (const member of object.members) {
    const name = names.find((each) => each === member.key);
    if (name === undefined) strangers.push(member);
    else if (found[name]) report("duplicate-element", member.at, `a second ${name} in one ${where}; one is allowed`);
    else found[name] = member;
  }
  for (const member of strangers) {
    const sameName = names.find((each) => each.toLowerCase() === member.key.toLowerCase());
    if (sameName !== undefined) {
      const twice = found[sameName] ? `, and ${sameName} is there already` : "";
      report("element-case", member.at, `${member.key} must be written ${sameName}${twice}`);
      found[sameName] ??= member;
    } else {
      const near = suggestion(member.key, names);
      const allowed = `a ${where} has ${names.join(", ")}`;
      report("unknown-element", member.at, `unknown element ${JSON.stringify(member.key)}; ${allowed}${near}`);
      const meant = names.find((name) => near.includes(` ${name}?`));
      if (meant !== undefined) found[meant] ??= member;
    }
  }
  return found;
}
