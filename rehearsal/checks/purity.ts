import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stackDirectory, synthesise } from "../../delivery/synthesise";
import type { RunDirectory } from "../run-directory";
import { check, type Check } from "./check";

/**
 * What was deployed is byte for byte what AWS would get: the same zone and ids, synthesised again all at once and knowing
 * nothing of the rehearsal, give the same JSON. One id is aside: `org` was synthesised before its own account's was known.
 */
export function checkPurity(directory: RunDirectory, stacks: readonly string[]): Promise<Check> {
  return check("what was deployed is what AWS would get", `${stacks.length} stacks byte-identical`, async () => {
    const outDirectory = join(mkdtempSync(join(tmpdir(), "landfall-synth-")), "cdktf.out");
    try {
      await synthesise({ zoneDirectory: directory.zone, outDirectory, stacks });
      return stacks
        .filter((stack) => terraformJson(outDirectory, stack) !== terraformJson(directory.out, stack))
        .map((stack) => `${stack} was deployed from other JSON`);
    } finally {
      rmSync(outDirectory, { recursive: true, force: true });
    }
  });
}

function terraformJson(outDirectory: string, stack: string): string {
  const text = readFileSync(join(stackDirectory(outDirectory, stack), "cdk.tf.json"), "utf8");
  return stack === "org" ? text.replace(/\s*"allowed_account_ids": \[[^\]]*\],/, "") : text;
}
