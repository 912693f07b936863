import type { GuardrailAttachment, LandingZone } from "../declaration/model";
import { catalogue } from "./catalogue";
import { GuardrailError } from "./guardrail-error";
import { attachedByAws, policyQuotas } from "./quotas";

/** A service control policy ready to be created: `document` is minified JSON. */
export interface CompiledPolicy {
  /** Name of the guardrail in the zone. */
  readonly guardrail: string;
  readonly description: string;
  readonly document: string;
  readonly attachTo: readonly string[];
}

/**
 * The service control policies a zone's guardrails amount to, in the zone's order.
 *
 * @throws GuardrailError when a policy, or what is attached to one target, is over AWS's quota
 */
export function compileGuardrails(zone: LandingZone): readonly CompiledPolicy[] {
  const policies = zone.guardrails.map((attachment) => compile(zone, attachment));
  checkAttachments(policies);
  return policies;
}

function compile(zone: LandingZone, attachment: GuardrailAttachment): CompiledPolicy {
  const { name, attachTo } = attachment;
  const { description, document } = source(zone, attachment);
  const bytes = Buffer.byteLength(document, "utf8");
  if (bytes > policyQuotas.documentBytes) {
    throw new GuardrailError(
      name,
      `its policy has ${bytes} bytes after minifying, and AWS takes ${policyQuotas.documentBytes}: split it in two`,
    );
  }
  return { guardrail: name, description, document, attachTo };
}

function source(zone: LandingZone, { name, document }: GuardrailAttachment): { description: string; document: string } {
  if (document !== undefined) {
    return { description: `Policy of the zone: policies/${name}.json`, document: JSON.stringify(JSON.parse(document)) };
  }
  const guardrail = catalogue.find((candidate) => candidate.name === name);
  if (guardrail === undefined) throw new GuardrailError(name, "the catalogue has no such guardrail");
  const policy = { Version: "2012-10-17", Statement: guardrail.statements(zone) };
  return { description: guardrail.intent, document: JSON.stringify(policy) };
}

function checkAttachments(policies: readonly CompiledPolicy[]): void {
  const room = policyQuotas.attachedPerTarget - attachedByAws;
  for (const target of new Set(policies.flatMap((policy) => policy.attachTo))) {
    const attached = policies.filter((policy) => policy.attachTo.includes(target));
    const beyond = attached[room];
    if (beyond === undefined) continue;
    throw new GuardrailError(
      beyond.guardrail,
      `${target} would have ${attached.length} policies beside FullAWSAccess, and AWS takes ${room}: attach it elsewhere`,
    );
  }
}
