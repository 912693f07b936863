import { suggestion } from "../../nearest";
import { typeName } from "../json/json-node";
import type { PolicyVersion } from "../policy";
import type { Elements, Reading } from "./reading";

const versions: readonly PolicyVersion[] = ["2012-10-17", "2008-10-17"];

/**
 * Control policies must say 2012-10-17 ("SCP syntax" and "RCP syntax", Version element); no Version means 2008-10-17 ("IAM JSON policy elements:
 * Version").
 * @param at of the document, where a missing element is reported
 */
export function readVersion(
  { kind, report }: Pick<Reading, "kind" | "report">,
  { Version: member }: Elements<"Version">,
  at: number,
): PolicyVersion {
  const control = kind !== "identity-policy";
  const wanted = `it must be "2012-10-17"${control ? "" : ' or "2008-10-17"'}`;
  if (!member) {
    if (control) report("version-missing", at, `the policy has no Version; ${wanted}`);
    return "2008-10-17";
  }
  const { value } = member;
  if (value.is === "unreadable") return "2012-10-17";
  if (value.is !== "string") {
    report("version-type", value.at, `Version is ${typeName(value)}; ${wanted}`);
    return "2012-10-17";
  }
  const version = versions.find((each) => each === value.value);
  if (version === undefined) {
    const near = suggestion(value.value, versions);
    report("version-unknown", value.at, `unknown Version ${JSON.stringify(value.value)}; ${wanted}${near}`);
  } else if (version === "2008-10-17" && control) {
    report("version-too-old", value.at, `Version is 2008-10-17; ${wanted}`);
  }
  return version ?? "2012-10-17";
}
