import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findProviderMirror, type ProviderMirror } from "./find-mirror";

/** The release of hashicorp/aws that the bindings of @cdktf/provider-aws 20.1.0 are made from. */
export const providerVersion = "5.100.0";

/**
 * Of Terraform and the provider, which both are Go. Most of a short command is to read the provider's schema, and half of that to collect
 * garbage again and again while the heap grows: with five times the heap a plan of one resource takes 3.0 CPU seconds in place of 5.4 and
 * 386 MiB in place of 320. Above the limit Go collects as often as ever.
 */
const goMemory = { GOGC: "400", GOMEMLIMIT: "1GiB" } as const;

/**
 * Writes Terraform's CLI configuration into the run directory and returns the environment variables that make Terraform
 * use it, with nobody at the keyboard. With an unpacked mirror `dev_overrides` spares `init` the hashing of 700 MB
 * (0.5 s in place of 2.6 s); Terraform then prints a warning at every command.
 */
export function terraformEnvironment({
  runDirectory,
  mirror = findProviderMirror({ version: providerVersion }),
}: {
  readonly runDirectory: string;
  readonly mirror?: ProviderMirror | undefined;
}): Record<string, string> {
  mkdirSync(runDirectory, { recursive: true });
  const file = join(runDirectory, "terraform.rc");
  writeFileSync(file, cliConfiguration(mirror));
  return {
    TF_CLI_CONFIG_FILE: file,
    TF_IN_AUTOMATION: "1",
    TF_INPUT: "0",
    CHECKPOINT_DISABLE: "1",
    CDKTF_DISABLE_PLUGIN_CACHE_ENV: "1",
    CI: "1",
    ...goMemory,
  };
}

function cliConfiguration(mirror: ProviderMirror | undefined): string {
  if (mirror === undefined) return "# The registry serves the providers.\n";
  const overrides =
    mirror.unpacked === undefined
      ? ""
      : `  dev_overrides {\n    "hashicorp/aws" = ${JSON.stringify(mirror.unpacked)}\n  }\n`;
  return (
    "disable_checkpoint = true\nprovider_installation {\n" +
    overrides +
    `  filesystem_mirror {\n    path    = ${JSON.stringify(mirror.path)}\n    include = ["registry.terraform.io/hashicorp/aws"]\n  }\n` +
    '  direct {\n    exclude = ["registry.terraform.io/hashicorp/aws"]\n  }\n}\n'
  );
}
