import { execFile } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "@jest/globals";
import { loadZone } from "../../declaration/load";
import { type StackSpec, stacksOf } from "../../declaration/stacks";
import { childEnvironment } from "../../delivery/child-environment";
import { ambientCredentials } from "../../delivery/credentials";
import type { KeptRehearsal } from "./kept-rehearsal";
import { landfallIn } from "./landfall";

/** Of a deployed zone: a stack whose provider assumes a role in a member account, and one with assets. Changes nothing. */
export function ejected(rehearsal: () => KeptRehearsal, stacks: readonly string[]): void {
  const terraform = join(mkdtempSync(join(tmpdir(), "landfall-ejected-")), "terraform");

  /** Plans a root as its README says: plain Terraform, with credentials of the role that deploys it. */
  const planned = async (spec: StackSpec): Promise<string> => {
    const { environment, zone } = rehearsal();
    const credentials = await ambientCredentials({ ...process.env, ...environment })(spec, loadZone(zone));
    const options = { cwd: join(terraform, spec.id), env: childEnvironment(process.env, environment, credentials) };
    await promisify(execFile)("terraform", ["init", "-no-color"], options);
    // Exits with 2, which rejects, when anything would change.
    return (await promisify(execFile)("terraform", ["plan", "-no-color", "-detailed-exitcode"], options)).stdout;
  };

  describe("the ejected stacks", () => {
    test("are written without CDKTF, each a root of its own", async () => {
      const { code, output } = await landfallIn(rehearsal().environment, "eject", terraform, ...stacks);
      expect(output).toContain(`Stacks in ${terraform}: ${stacks.length};`);
      expect(code).toBe(0);
    }, 180_000);

    test.each(stacks)(
      "%s: plain Terraform plans no change",
      async (id) => {
        const spec = stacksOf(loadZone(rehearsal().zone)).find((each) => each.id === id);
        if (spec === undefined) throw new Error(`there is no stack ${id}`);
        expect(await planned(spec)).toContain("No changes");
      },
      360_000,
    );
  });
}
