import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { providerVersion, terraformEnvironment } from "../../rehearsal/provider/terraform-environment";

export interface TerraformRun {
  readonly exitCode: number;
  readonly output: string;
  readonly seconds: number;
}

/** A Terraform root of its own in a temporary directory, run by the real Terraform with the real provider. */
export interface TerraformRoot {
  readonly run: (...commandLine: readonly string[]) => Promise<TerraformRun>;
  /** Replaces the configuration, the state staying. */
  readonly rewrite: (configuration: string | JsonResources) => void;
  readonly remove: () => void;
}

const preamble = `
terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "${providerVersion}"
    }
  }
}
provider "aws" {
  region = "eu-west-1"
}
`;

/** The resources of a synthesised stack, `aws_vpc` → name → attributes: as Terraform's JSON has them. */
export type JsonResources = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** @param configuration HCL, the text of a stack's JSON, or resources; @param proxyUrl the gateway; @param accessKeyId whose account to act in. */
export async function terraformRoot(
  configuration: string | JsonResources,
  proxyUrl: string,
  accessKeyId = "test",
): Promise<TerraformRoot> {
  const directory = mkdtempSync(join(tmpdir(), "landfall-root-"));
  const rewrite = (wanted: string | JsonResources): void => {
    const text = typeof wanted === "string" ? wanted : JSON.stringify({ resource: wanted });
    const isJson = text.startsWith("{");
    writeFileSync(join(directory, "main.tf"), preamble + (isJson ? "" : text));
    if (isJson) writeFileSync(join(directory, "stack.tf.json"), text);
  };
  rewrite(configuration);
  const environment = {
    PATH: process.env["PATH"],
    HOME: process.env["HOME"],
    ...terraformEnvironment({ runDirectory: directory }),
    AWS_ENDPOINT_URL: "http://aws.internal",
    AWS_ACCESS_KEY_ID: accessKeyId,
    AWS_SECRET_ACCESS_KEY: "test",
    AWS_EC2_METADATA_DISABLED: "true",
    HTTP_PROXY: proxyUrl,
    http_proxy: proxyUrl,
    NO_PROXY: "",
    no_proxy: "",
  };
  const run = (...commandLine: readonly string[]): Promise<TerraformRun> =>
    new Promise((resolve, reject) => {
      const started = Date.now();
      const child = spawn("terraform", [...commandLine, "-no-color"], { cwd: directory, env: environment });
      let output = "";
      for (const stream of [child.stdout, child.stderr])
        stream.on("data", (text: Buffer) => (output += text.toString()));
      child.on("error", reject);
      child.on("close", (exitCode) =>
        resolve({ exitCode: exitCode ?? -1, output, seconds: (Date.now() - started) / 1000 }),
      );
    });
  const initialised = await run("init", "-input=false");
  if (initialised.exitCode !== 0) throw new Error(initialised.output);
  return { run, rewrite, remove: () => rmSync(directory, { recursive: true, force: true }) };
}
