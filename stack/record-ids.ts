import { TerraformOutput, type TerraformStack } from "cdktf";
import type { IdKey } from "../declaration/ids";

/** Name of the one output every stack has; `landfall sync` merges it into `ids.lock.json`. */
export const idsOutput = "ids";

/** Declares which ids this stack produces for others: lock key → token. Call once a stack. */
export function recordIds(stack: TerraformStack, ids: Partial<Record<IdKey, string>>): void {
  new TerraformOutput(stack, idsOutput, { value: ids });
}
