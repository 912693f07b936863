import { mkdirSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { App, DataResource, LocalBackend, TerraformOutput, TerraformStack } from "cdktf";

/** A synthesised app of one stack `probe` that needs no provider and no network, and runs a shell command when it is applied. */
export function synthesiseProbe(command: string): { readonly outDirectory: string; readonly state: string } {
  const directory = mkdtempSync(join(tmpdir(), "landfall-probe-"));
  const outDirectory = join(directory, "out");
  const state = join(directory, "terraform.tfstate");
  mkdirSync(outDirectory);
  const app = new App({ outdir: outDirectory });
  const stack = new TerraformStack(app, "probe");
  new LocalBackend(stack, { path: state });
  const before = new DataResource(stack, "before", { input: { name: "before" } });
  const data = new DataResource(stack, "data", { input: { name: "probe" }, dependsOn: [before] });
  data.addOverride("provisioner", [{ "local-exec": { command } }]);
  new TerraformOutput(stack, "ids", { value: { root: data.id } });
  app.synth();
  return { outDirectory, state };
}
