import { typeName } from "../json/json-node";
import type { Elements, Reading } from "./reading";

/** Letters and digits, each Sid once in a policy ("IAM JSON policy elements: Sid"). @param taken Sids of the statements before; the new one is added */
export function readSid({ report }: Reading, { Sid: member }: Elements<"Sid">, taken: Set<string>): string | undefined {
  if (!member || member.value.is === "unreadable") return undefined;
  const { value } = member;
  if (value.is !== "string") {
    report("sid-type", value.at, `Sid is ${typeName(value)}; it must be a string`);
    return undefined;
  }
  const sid = value.value;
  if (!/^[0-9A-Za-z]*$/.test(sid)) {
    report("sid-characters", value.at, `the Sid ${JSON.stringify(sid)} may have letters and digits only`);
  }
  if (sid !== "" && taken.has(sid)) report("sid-duplicate", value.at, `a second statement with the Sid ${sid}`);
  taken.add(sid);
  return sid;
}
