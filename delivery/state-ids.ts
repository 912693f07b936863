import { z } from "zod";
import { idsOutput } from "../declaration/ids";
import type { StackSpec } from "../declaration/stacks";
import { readState } from "./state/read-state";

const recordedIds = z.record(z.string(), z.string());

/**
 * Ids an applied stack recorded, read from its state in S3; undefined when it was never applied.
 * @param environment credentials of the stack's deploy identity, endpoint and proxy
 */
export async function readStateIds(
  spec: StackSpec,
  region: string,
  environment: NodeJS.ProcessEnv,
): Promise<Readonly<Record<string, string>> | undefined> {
  const state = await readState(spec, region, environment);
  return state && recordedIds.parse(state.outputs[idsOutput] ?? {});
}
