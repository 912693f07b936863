import { createHash } from "node:crypto";
import { relative } from "node:path";
import { version as esbuildVersion } from "esbuild";
import { build } from "./build";
import type { ServiceDefinition } from "../service-definition";
import { usesIn } from "../uses/uses-of";
import { accessSource, type AccessSource, runtimeModule } from "./access-source";
import { type Bundle, cached, entryFormat, projectRoot, store } from "./bundle-cache";
import { entryName } from "./generated-sources";

/** The deployable zip of the function that reads a scheme's tokens. @param handler file that exports an `Authorize` under the scheme's name */
export function bundleAuthorizer(definition: ServiceDefinition, scheme: string, handler: string): Bundle {
  const { expression } = accessOf(definition, scheme);
  const decided = JSON.stringify([
    entryFormat,
    esbuildVersion,
    "authorizer",
    scheme,
    relative(projectRoot(), handler),
    expression,
  ]);
  const identity = createHash("sha256").update(decided).digest("hex");
  return cached(identity) ?? store(identity, build(sourcesOfAuthorizer(definition, scheme, handler)));
}

/** The entry module of that function. */
export function sourcesOfAuthorizer(
  definition: ServiceDefinition,
  scheme: string,
  handler: string,
): Readonly<Record<string, string>> {
  const { imports, expression } = accessOf(definition, scheme);
  const entry = [
    ...imports,
    `import { authorize } from ${JSON.stringify(runtimeModule("authorize.ts"))};`,
    `import { ${scheme} as decide } from ${JSON.stringify(handler)};`,
    `const access = ${expression};`,
    `export const handler = authorize((credentials) => decide(credentials, access));`,
  ].join("\n");
  return { [entryName]: entry };
}

function accessOf(definition: ServiceDefinition, scheme: string): AccessSource {
  return accessSource(definition, usesIn(definition, definition.api?.authorizers?.[scheme]?.uses ?? []));
}
