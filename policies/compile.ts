import type { GuardrailAttachment, LandingZone } from "../declaration/model";
import { UserError } from "../declaration/user-error";
import { catalogue } from "./catalogue";
import { noOptions } from "./guardrail";
import { attachedByAws, policyQuotas } from "./quotas";

/** A service control policy ready to be created: `document` is minified JSON. */
export interface CompiledPolicy {
  /** Name of the guardrail in the zone. */
  readonly guardrail: string;
  readonly description: string;
  readonly document: string;
  readonly attachTo: readonly string[];
  /** Names of single accounts. */
  readonly accounts: readonly string[];
}

/**
 * The service control policies a zone's guardrails amount to, in the zone's order.
 *
 * @throws UserError when a policy, or what is attached to one target, is over AWS's quota
 */
export function compileGuardrails(zone: LandingZone): readonly CompiledPolicy[] {
  const policies = zone.guardrails.map((attachment) => compile(zone, attachment));
  checkAttachments(policies);
  return policies;
}

function compile(zone: LandingZone, attachment: GuardrailAttachment): CompiledPolicy {
  const { name, attachTo, accounts = [] } = attachment;
  const { description, document } = source(zone, attachment);
  const bytes = Buffer.byteLength(document, "utf8");
  if (bytes > policyQuotas.documentBytes) {
    throw new UserError(
      `guardrail ${name}: its policy has ${bytes} bytes when minified, and AWS takes ${policyQuotas.documentBytes}`,
      "Split its statements over two guardrails.",
    );
  }
  return { guardrail: name, description: attachment.description ?? description, document, attachTo, accounts };
}

function source(zone: LandingZone, { name, document }: GuardrailAttachment): { description: string; document: string } {
  if (document !== undefined) {
    return { description: `Policy of the zone: policies/${name}.json`, document: JSON.stringify(JSON.parse(document)) };
  }
  const guardrail = catalogue.find((candidate) => candidate.name === name);
  if (guardrail === undefined) throw new Error(`the catalogue has no guardrail ${name}`);
  const policy = { Version: "2012-10-17", Statement: guardrail.statements({ zone, options: noOptions }) };
  return { description: guardrail.intent, document: JSON.stringify(policy) };
}

function checkAttachments(policies: readonly CompiledPolicy[]): void {
  const room = policyQuotas.attachedPerTarget - attachedByAws;
  for (const target of new Set(policies.flatMap(targetsOf))) {
    const attached = policies.filter((policy) => targetsOf(policy).includes(target));
    const beyond = attached[room];
    if (beyond === undefined) continue;
    throw new UserError(
      `guardrail ${beyond.guardrail}: with it ${target} has ${attached.length} policies, and AWS takes ${room} beside FullAWSAccess`,
      "Attach it to another organizational unit, or merge two guardrails.",
    );
  }
}

/** Accounts are told from units of the same name. */
function targetsOf({ attachTo, accounts }: CompiledPolicy): readonly string[] {
  return [...attachTo, ...accounts.map((name) => `the account ${name}`)];
}
