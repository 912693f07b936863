import type { Level } from "../../../engine/bounds";
import { readPolicy } from "../../../engine/policy/read-policy";

/** A level to which one policy with these statements is attached. */
export function levelOf(id: string, ...statements: readonly object[]): Level {
  return { id, policies: statements.length === 0 ? [] : [policyOf(`${id}-policy`, ...statements)] };
}

export function policyOf(id: string, ...statements: readonly object[]): Level["policies"][number] {
  const read = readPolicy(JSON.stringify({ Version: "2012-10-17", Statement: statements }), "service-control-policy");
  if ("faults" in read) throw new Error(read.faults.map(({ message }) => message).join("\n"));
  return { id, policy: read.policy };
}
