import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { findProviderMirror, providerPlatform } from "../../../rehearsal/provider/find-mirror";
import { terraformEnvironment } from "../../../rehearsal/provider/terraform-environment";

let root: string;
beforeEach(() => void (root = mkdtempSync(join(tmpdir(), "landfall-mirror-"))));
afterEach(() => rmSync(root, { recursive: true, force: true }));

const version = "5.100.0";

function mirror(name: string, of = version): string {
  const path = join(root, name);
  const unpacked = join(path, "registry.terraform.io", "hashicorp", "aws", of, providerPlatform());
  mkdirSync(unpacked, { recursive: true });
  writeFileSync(join(unpacked, `terraform-provider-aws_v${of}_x5`), "");
  return path;
}

const search = (environment: NodeJS.ProcessEnv = {}) =>
  findProviderMirror({ version, environment, prefixes: [join(root, "usual")] });

describe("the provider's mirror", () => {
  test("is the one the environment names, before all others", () => {
    mirror("usual/plugins");
    const named = mirror("named");
    expect(search({ LANDFALL_PROVIDER_MIRROR: named })?.path).toBe(named);
  });

  test("is the one Terraform's own configuration file names", () => {
    const path = mirror("configured");
    const file = join(root, "terraform.rc");
    writeFileSync(file, `provider_installation {\n  filesystem_mirror {\n    path = "${path}"\n  }\n}\n`);
    expect(search({ TF_CLI_CONFIG_FILE: file })?.path).toBe(path);
  });

  test("is found one level below a usual place", () => {
    mkdirSync(join(root, "usual", "another-program"), { recursive: true });
    const path = mirror("usual/tf-plugins");
    expect(search({ TF_CLI_CONFIG_FILE: join(root, "missing.rc") })).toEqual({
      path,
      unpacked: join(path, "registry.terraform.io", "hashicorp", "aws", version, providerPlatform()),
    });
  });

  test("may hold the release zipped, as `terraform providers mirror` writes it", () => {
    const path = join(root, "usual", "zipped");
    const provider = join(path, "registry.terraform.io", "hashicorp", "aws");
    mkdirSync(provider, { recursive: true });
    writeFileSync(join(provider, `terraform-provider-aws_${version}_${providerPlatform()}.zip`), "");
    expect(search()).toEqual({ path, unpacked: undefined });
  });

  test("with another release does not count", () => {
    mirror("usual/plugins", "5.99.0");
    expect(search()).toBeUndefined();
  });
});

describe("Terraform's configuration for a run", () => {
  const configuration = (path: string | undefined, unpacked: string | undefined): string => {
    const found = path === undefined ? undefined : { path, unpacked };
    const { TF_CLI_CONFIG_FILE: file = "" } = terraformEnvironment({ runDirectory: join(root, "run"), mirror: found });
    return readFileSync(file, "utf8");
  };

  test("takes the provider from the mirror and from nowhere else, without hashing it", () => {
    const text = configuration("/mirror", "/mirror/aws");
    expect(text).toContain('dev_overrides {\n    "hashicorp/aws" = "/mirror/aws"');
    expect(text).toContain('filesystem_mirror {\n    path    = "/mirror"');
    expect(text).toContain('exclude = ["registry.terraform.io/hashicorp/aws"]');
  });

  test("does without overrides when the mirror holds archives", () => {
    expect(configuration("/mirror", undefined)).not.toContain("dev_overrides");
  });
});
