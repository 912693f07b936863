import { createHash } from "node:crypto";
import type { LandingZone } from "../../declaration/model";
import { UserError } from "../../declaration/user-error";
import type { PackOf, PolicyType, ZonePolicy } from "../zone-policy";

/** Characters of a policy's name and of its description (Organizations API Reference, CreatePolicy). */
const nameLength = 128;
const descriptionLength = 512;

/** `<organization>-<target>-<n>`; resource control policies say so, for people who see both kinds in one list. */
export function packName(zone: LandingZone, of: PackOf, type: PolicyType, index: number): string {
  const target = "unit" in of ? of.unit : `accounts:${of.guardrails}`;
  const end = `${type === "RESOURCE_CONTROL_POLICY" ? "-rcp" : ""}-${index}`;
  const start = `${zone.organization.name}-${target}`;
  if (start.length + end.length <= nameLength) return start + end;
  const hash = createHash("sha256").update(start).digest("hex").slice(0, 8);
  return `${start.slice(0, nameLength - end.length - hash.length - 1)}-${hash}${end}`;
}

export function packDescription(guardrails: readonly string[]): string {
  for (let shown = guardrails.length; shown > 0; shown--) {
    const more = shown === guardrails.length ? "" : ` and ${guardrails.length - shown} more`;
    const text = `Guardrails: ${guardrails.slice(0, shown).join(", ")}${more}`;
    if (text.length <= descriptionLength) return text;
  }
  return `${guardrails.length} guardrails`;
}

/**
 * A policy's name is unique among those of its type (Organizations API Reference, CreatePolicy).
 * @throws UserError when two of the zone's policies, or one of them and one that others made, have one name
 */
export function checkNames({ foreign }: LandingZone, policies: readonly ZonePolicy[]): void {
  const owners = new Map(
    Object.entries(foreign.policies).map(([id, { type, name }]) => [`${type} ${name}`, `the foreign policy ${id}`]),
  );
  for (const { type, name, guardrails } of policies) {
    const key = `${type} ${name}`;
    const owner = owners.get(key);
    if (owner !== undefined) {
      throw new UserError(
        `the policy of ${guardrails.join(", ")} would be called ${name}, and so is ${owner}`,
        "Give one of them another name: policyName of a guardrail, or the unit's.",
      );
    }
    owners.set(key, `the policy of ${guardrails.join(", ")}`);
  }
}
