import type { GuardrailAttachment, LandingZone } from "../declaration/model";
import { type GuardrailPolicyType, policyTypeOf } from "../declaration/policy-quotas";
import { UserError } from "../declaration/user-error";
import { catalogue } from "./catalogue";
import type { Guardrail } from "./guardrail";

/** A guardrail as the statements of this zone, before it is packed with others. */
export interface CompiledGuardrail {
  /** Its name in the zone. */
  readonly guardrail: string;
  readonly type: GuardrailPolicyType;
  /** What it is for, or where it comes from. */
  readonly description: string;
  /** Name of its policy in AWS when it stays a policy of its own. */
  readonly policyName: string | undefined;
  /** Minified JSON. */
  readonly document: string;
  /** `root`, paths of organizational units. */
  readonly attachTo: readonly string[];
  /** Names of single accounts. */
  readonly accounts: readonly string[];
}

/**
 * The zone's guardrails as policies, one each, in the zone's order.
 *
 * @throws UserError when a zone exempts roles from a guardrail that lets nobody through
 */
export function compileGuardrails(zone: LandingZone): readonly CompiledGuardrail[] {
  return zone.guardrails.map((attachment) => {
    const { name: guardrail, policyName, attachTo, accounts = [], document, kind = "scp" } = attachment;
    const where = { guardrail, policyName, attachTo, accounts };
    if (document === undefined) return { ...where, ...fromCatalogue(zone, attachment) };
    return {
      ...where,
      type: policyTypeOf[kind],
      description: attachment.description ?? `Policy of the zone: policies/${guardrail}.json`,
      document: JSON.stringify(JSON.parse(document)),
    };
  });
}

type FromCatalogue = Pick<CompiledGuardrail, "type" | "description" | "document">;

function fromCatalogue(zone: LandingZone, { name, exemptRoles = [], description }: GuardrailAttachment): FromCatalogue {
  const guardrail = guardrailNamed(name);
  if (guardrail.exemptions === "nobody" && exemptRoles.length > 0) {
    throw new UserError(`the guardrail ${name} lets nobody through`, `Delete guardrails.${name}.exempt.`);
  }
  const statements = guardrail.statements({ zone, options: { exemptRoles } });
  return {
    type: policyTypeOf[guardrail.kind],
    description: description ?? guardrail.intent,
    document: JSON.stringify({ Version: "2012-10-17", Statement: statements }),
  };
}

/** @throws Error for a name the catalogue has not; declarations that name one do not load */
export function guardrailNamed(name: string): Guardrail {
  const guardrail = catalogue.find((candidate) => candidate.name === name);
  if (guardrail === undefined) throw new Error(`the catalogue has no guardrail ${name}`);
  return guardrail;
}
