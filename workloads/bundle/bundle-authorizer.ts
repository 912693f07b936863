import { createHash } from "node:crypto";
import { relative } from "node:path";
import { version as esbuildVersion } from "esbuild";
import { build } from "./build";
import type { ServiceDefinition } from "../service-definition";
import { usesIn } from "../uses/uses-of";
import { accessSource, runtimeModule } from "./access-source";
import { type Bundle, cached, projectRoot, store } from "./bundle-cache";
import { entryName } from "./generated-sources";

/** The deployable zip of the function that reads a scheme's tokens. @param handler file that exports an `Authorize` under the scheme's name */
export function bundleAuthorizer(definition: ServiceDefinition, scheme: string, handler: string): Bundle {
  const { imports, expression } = accessSource(
    definition,
    usesIn(definition, definition.api?.authorizers?.[scheme]?.uses ?? []),
  );
  const decided = JSON.stringify([esbuildVersion, "authorizer", scheme, relative(projectRoot(), handler), expression]);
  const identity = createHash("sha256").update(decided).digest("hex");
  const entry = [
    ...imports,
    `import { authorize } from ${JSON.stringify(runtimeModule("authorize.ts"))};`,
    `import { ${scheme} as decide } from ${JSON.stringify(handler)};`,
    `const access = ${expression};`,
    `export const handler = authorize((credentials) => decide(credentials, access));`,
  ].join("\n");
  return cached(identity) ?? store(identity, build({ [entryName]: entry }));
}
