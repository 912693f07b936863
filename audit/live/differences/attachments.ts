import type { LivePolicy } from "../../../live/live-governance";
import type { Compared, LiveDifference } from "../compared";
import { withPolicy } from "../governed";
import { fullAccessKey } from "../sides";
import { targetWords } from "./target-words";

/** A policy and the nodes it is declared to be attached to. */
export interface DeclaredAttachments {
  readonly key: string;
  readonly name: string;
  readonly targets: readonly string[];
}

/** Where a policy is not attached though declared, and where it is though not. Said of enabled types: a disabled one is attached to nothing. */
export function attachmentDifferences(
  compared: Compared,
  { key, name, targets }: DeclaredAttachments,
  found: LivePolicy,
): readonly LiveDifference[] {
  const { at, guardrails } = compared;
  if (!guardrails.policyTypes.includes(found.type)) return [];
  const attached = new Set(found.targets);
  const declaredIds = targets.flatMap((node) => at.idOf.get(node) ?? []);
  const isFullAccess = key === fullAccessKey;
  return [
    ...declaredIds
      .filter((id) => !attached.has(id))
      .map((id) => ({
        rule: isFullAccess ? "live-full-access-detached" : "live-policy-detached",
        subject: name,
        message: `it is not attached to ${targetWords(compared, id)}`,
        remedy: isFullAccess
          ? "Attach it there again: AWS does so itself, and Landfall never attaches or detaches it."
          : "`landfall deploy org` attaches it again.",
        alone: retargeted(compared, key, (nodes) => nodes.filter((node) => node !== at.nodeOf(id))),
      })),
    ...found.targets
      .filter((id) => !declaredIds.includes(id))
      .map((id) => ({
        rule: "live-policy-attached",
        subject: name,
        message: `it is attached to ${targetWords(compared, id)} by hand`,
        remedy: "Detach it there, or attach its guardrails there in the zone.",
        alone: retargeted(compared, key, (nodes) => [...nodes, at.nodeOf(id)]),
      })),
  ];
}

function retargeted(
  { declared }: Compared,
  key: string,
  change: (nodes: readonly string[]) => readonly string[],
): LiveDifference["alone"] {
  const policy = declared.policies.get(key);
  return policy === undefined
    ? undefined
    : withPolicy(declared, key, { ...policy, targets: new Set(change([...policy.targets])) });
}
