import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { terraformEnvironment } from "../../rehearsal/provider/terraform-environment";

interface Diagnostics {
  readonly diagnostics: readonly {
    readonly severity: string;
    readonly summary: string;
    readonly detail: string;
    readonly range?: { readonly filename: string };
  }[];
}

/**
 * Errors of Terraform and the provider, by the name of the stack, of stacks that are checked as modules of one configuration: Terraform takes
 * two seconds to read the provider's schema, once a command.
 *
 * @param stacks name → the text of its `cdk.tf.json`
 */
export async function validate(stacks: ReadonlyMap<string, string>): Promise<ReadonlyMap<string, readonly string[]>> {
  const cwd = mkdtempSync(join(tmpdir(), "landfall-validate-"));
  const module: Record<string, { readonly source: string }> = {};
  for (const [name, json] of stacks) {
    mkdirSync(join(cwd, name));
    writeFileSync(join(cwd, name, "cdk.tf.json"), json);
    module[name] = { source: `./${name}` };
  }
  writeFileSync(join(cwd, "main.tf.json"), JSON.stringify({ module }));
  const env = { ...process.env, ...terraformEnvironment({ runDirectory: join(cwd, "run") }) };
  const terraform = (...args: readonly string[]): Promise<string> =>
    promisify(execFile)("terraform", args, { cwd, env, maxBuffer: 2 ** 26 }).then(
      ({ stdout }) => stdout,
      // Findings are told on the standard output, with exit code 1.
      (failure: { readonly stdout?: string }) => failure.stdout || Promise.reject(failure),
    );
  await terraform("init", "-backend=false", "-input=false", "-no-color");
  const { diagnostics }: Diagnostics = JSON.parse(await terraform("validate", "-json"));
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  return new Map(
    [...stacks.keys()].map((name) => [
      name,
      errors
        .filter(({ range }) => range?.filename.startsWith(`${name}/`))
        .map(({ summary, detail }) => `${summary}: ${detail}`),
    ]),
  );
}
