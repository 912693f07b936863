import type { LandingZone } from "../../../declaration/model";
import { type StackSpec, stacksOf } from "../../../declaration/stacks";
import { UserError } from "../../../declaration/user-error";
import { waitingFor } from "../../../declaration/waiting";
import { builders } from "../../../main";
import { attachedPolicies } from "../../../policies/attached";
import { addImports } from "../../../stack/add-imports";
import { terraformJson } from "../../fixtures/terraform-json";
import { type Declaration, zoneOf } from "./declaration";

/** Terraform JSON of a stack as its builder makes it of the whole zone; the hashes of its assets are in it. */
export function json(zone: LandingZone, spec: StackSpec): string {
  const text = terraformJson(zone, spec, (stack) => {
    builders[spec.kind](stack, zone, spec);
    addImports(stack, zone.imports[spec.id] ?? {});
  });
  return unordered(JSON.parse(text));
}

/** `depends_on` is a set; which order it is written in depends on the order of the declaration. */
function unordered(json: unknown): string {
  return JSON.stringify(json, (key, value: unknown) =>
    key === "depends_on" && Array.isArray(value) ? value.toSorted() : value,
  );
}

/** The stacks that are ready, synthesised when they are asked for. */
export interface Stacks {
  has(id: string): boolean;
  get(id: string): string | undefined;
}

function synthesised(zone: LandingZone): Stacks {
  const ready = new Map(
    stacksOf(zone)
      .filter((spec) => waitingFor(zone, spec).length === 0)
      .map((spec) => [spec.id, spec]),
  );
  const texts = new Map<string, string>();
  return {
    has: (id) => ready.has(id),
    get: (id) => {
      const spec = ready.get(id);
      const text = texts.get(id) ?? (spec && json(zone, spec));
      if (text !== undefined) texts.set(id, text);
      return text;
    },
  };
}

/** A declaration and what is synthesised of it. */
export interface State {
  readonly declaration: Declaration;
  readonly zone: LandingZone;
  readonly stacks: Stacks;
}

/** Undefined when it does not validate. */
export function stateOf(declaration: Declaration): State | undefined {
  const zone = zoneOf(declaration);
  return zone && isAccepted(zone) ? { declaration, zone, stacks: synthesised(zone) } : undefined;
}

/** Ids of the stacks whose JSON differs, in deployment order. One that is not ready, before or after, has none. */
export function differing(before: State, after: State): readonly string[] {
  const ids = stacksOf(after.zone).map(({ id }) => id);
  return ids.filter((id) => before.stacks.get(id) !== after.stacks.get(id));
}

/** Some of what a guardrail refuses is only found when its policies are made, as `landfall validate` does. */
function isAccepted(zone: LandingZone): boolean {
  try {
    attachedPolicies(zone);
    return true;
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}
