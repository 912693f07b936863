import { TerraformOutput, type TerraformStack } from "cdktf";
import { type IdKey, idsOutput } from "../declaration/ids";

/** Declares which ids this stack produces for others: lock key → token. Call once a stack. */
export function recordIds(stack: TerraformStack, ids: Partial<Record<IdKey, string>>): void {
  new TerraformOutput(stack, idsOutput, { value: ids });
}
