import { blankZone } from "../../declaration/slice/blank";
import { sameData } from "../../declaration/slice/same-data";
import { type Read, sliceOf } from "../../declaration/slice/slice-of";
import type { LandingZone } from "../../declaration/model";
import type { StackSpec } from "../../declaration/stacks";
import { UserError } from "../../declaration/user-error";
import { attachedPolicies } from "../../policies/attached";

/** A stack of one tree, and what it reads there. */
export interface ReadIn {
  readonly zone: LandingZone;
  readonly spec: StackSpec;
  readonly read: Read;
}

/** Whether a stack reads the same of two declarations, as far as it makes a difference. */
export function sameRead(before: ReadIn, after: ReadIn): boolean {
  const [from, to] = [before.read, after.read];
  if (!sameData(from.spec, to.spec)) return false;
  return (
    sameData(from.zone, to.zone) || (sameData(withoutQuotas(from), withoutQuotas(to)) && samePolicies(before, after))
  );
}

/** Quotas bound how guardrails are packed: most that are raised leave every policy as it was. */
function withoutQuotas({ zone }: Read): Read["zone"] {
  return { ...zone, organization: { ...zone.organization, quotas: blankZone.organization.quotas } };
}

function samePolicies(before: ReadIn, after: ReadIn): boolean {
  try {
    const [from, to] = [before, after].map(({ zone, spec }) => attachedPolicies(sliceOf(zone, spec).zone));
    return sameData(from, to);
  } catch (error) {
    if (error instanceof UserError) return false;
    throw error;
  }
}
