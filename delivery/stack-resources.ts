import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const stackFormat = z.object({ resource: z.record(z.string(), z.record(z.string(), z.unknown())).default({}) });

/** Resources of a synthesised stack: Terraform type → name → attributes. @param directory where its `cdk.tf.json` is */
export function stackResources(directory: string): Readonly<Record<string, Readonly<Record<string, unknown>>>> {
  return stackFormat.parse(JSON.parse(readFileSync(join(directory, "cdk.tf.json"), "utf8"))).resource;
}
