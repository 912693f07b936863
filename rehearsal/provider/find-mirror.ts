import { existsSync, readFileSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

/** A directory that holds the AWS provider as Terraform's `filesystem_mirror` wants it, so that no registry is needed. */
export interface ProviderMirror {
  /** The directory above `registry.terraform.io`. */
  readonly path: string;
  /** Directory of the unpacked provider, `undefined` when the mirror holds it zipped. */
  readonly unpacked: string | undefined;
}

export interface MirrorSearch {
  /** Provider release, for example `5.100.0`. */
  readonly version: string;
  readonly environment?: NodeJS.ProcessEnv;
  /** Directories whose children are looked at. */
  readonly prefixes?: readonly string[];
}

/** Where mirrors usually are: Terraform's implied local mirrors (CLI docs, "Implied Local Mirror Directories") and local installs. */
const usualPrefixes = (): readonly string[] => [
  join(homedir(), ".terraform.d"),
  join(homedir(), ".local", "share", "terraform"),
  join(homedir(), "Library", "Application Support", "io.terraform"),
  "/usr/local/share/terraform",
  "/usr/share/terraform",
  "/opt",
  "/usr/local/share",
  "/usr/share",
  "/usr/local/lib",
  "/usr/lib",
  "/srv",
  "/var/lib",
];

/**
 * Looks for the provider of this machine's platform: `LANDFALL_PROVIDER_MIRROR`, then the mirror a `TF_CLI_CONFIG_FILE`
 * names, then directories one level below the usual prefixes. `undefined` means: ask the registry.
 */
export function findProviderMirror(search: MirrorSearch): ProviderMirror | undefined {
  const { environment = process.env, prefixes = usualPrefixes() } = search;
  const named = [
    environment["LANDFALL_PROVIDER_MIRROR"] ?? "",
    ...configuredMirrors(environment["TF_CLI_CONFIG_FILE"]),
  ];
  const candidates = [...named.filter((path) => path !== ""), ...prefixes.flatMap(withChildren)];
  for (const path of candidates) {
    const found = mirrorAt(path, search.version);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** `linux_amd64`, as the provider's releases are named. */
export function providerPlatform(): string {
  const architecture = { x64: "amd64", ia32: "386" }[process.arch as string] ?? process.arch;
  return `${process.platform === "win32" ? "windows" : process.platform}_${architecture}`;
}

function mirrorAt(path: string, version: string): ProviderMirror | undefined {
  const provider = join(path, "registry.terraform.io", "hashicorp", "aws");
  const unpacked = join(provider, version, providerPlatform());
  if (names(unpacked).some((name) => name.startsWith("terraform-provider-aws"))) return { path, unpacked };
  const archive = `terraform-provider-aws_${version}_${providerPlatform()}.zip`;
  return existsSync(join(provider, archive)) ? { path, unpacked: undefined } : undefined;
}

function configuredMirrors(file: string | undefined): readonly string[] {
  if (file === undefined || !existsSync(file)) return [];
  const blocks = readFileSync(file, "utf8").matchAll(/filesystem_mirror\s*\{[^}]*?path\s*=\s*"([^"]+)"/gs);
  return [...blocks].map(([, path = ""]) => path);
}

function withChildren(prefix: string): readonly string[] {
  return [prefix, ...names(prefix).map((name) => join(prefix, name))];
}

function names(directory: string): readonly string[] {
  try {
    return readdirSync(directory).sort();
  } catch {
    // Missing, or not ours to read: no mirror there.
    return [];
  }
}
