import { suggestion } from "../../nearest";
import { type Operator, operators, type Qualifier, qualifiers } from "../operator";
import type { Reading } from "./reading";

export interface NamedOperator {
  readonly qualifier: Qualifier | undefined;
  readonly operator: Operator;
  readonly ifExists: boolean;
}

const suffix = "IfExists";
const names = operators.flatMap((operator) => (operator === "Null" ? [operator] : [operator, `${operator}${suffix}`]));

/** `[ForAllValues:|ForAnyValue:]Operator[IfExists]` ("IAM JSON policy elements: Condition operators"). */
export function readOperator({ report }: Reading, written: string, at: number): NamedOperator | undefined {
  const colon = written.indexOf(":");
  const set = colon < 0 ? undefined : written.slice(0, colon);
  const name = written.slice(colon + 1);
  const qualifier = qualifiers.find((each) => each === set);
  if (set !== undefined && qualifier === undefined) {
    const near = suggestion(set, qualifiers);
    report(
      "qualifier-unknown",
      at,
      `unknown set operator ${JSON.stringify(set)}; there are ${qualifiers.join(" and ")}${near}`,
    );
  }
  const ifExists = name.endsWith(suffix);
  const operator = operators.find((each) => each === (ifExists ? name.slice(0, -suffix.length) : name));
  if (operator === "Null" && ifExists) {
    report("null-if-exists", at, "Null asks whether the key exists; it has no IfExists");
  }
  if (operator !== undefined) return { qualifier, operator, ifExists: ifExists && operator !== "Null" };
  const sameName = names.find((each) => each.toLowerCase() === name.toLowerCase());
  if (sameName !== undefined) report("operator-case", at, `the operator ${name} must be written ${sameName}`);
  else {
    const near = suggestion(name, names);
    report(
      "operator-unknown",
      at,
      `unknown condition operator ${JSON.stringify(name)}; there are ${operators.join(", ")}${near}`,
    );
  }
  return undefined;
}
