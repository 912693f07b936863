import type { ServiceDefinition } from "../service-definition";
import { usesIn } from "../uses/uses-of";
import { accessSource, runtimeModule } from "./access-source";
import type { Bundle } from "./bundle-cache";
import { bundle } from "./bundle-function";
import { entryName, type GeneratedSources, lean } from "./generated-sources";

/** The deployable zip of the function that reads a scheme's tokens. @param handler file that exports an `Authorize` under the scheme's name */
export function bundleAuthorizer(definition: ServiceDefinition, scheme: string, handler: string): Bundle {
  return bundle(handler, sourcesOfAuthorizer(definition, scheme, handler));
}

/** What is generated around what reads a scheme's tokens. */
export function sourcesOfAuthorizer(definition: ServiceDefinition, scheme: string, handler: string): GeneratedSources {
  const uses = usesIn(definition, definition.api?.authorizers?.[scheme]?.uses ?? []);
  const access = accessSource(definition, uses);
  const entry = [
    ...access.imports,
    `import { authorize } from ${JSON.stringify(runtimeModule("authorize.ts"))};`,
    `import { ${scheme} as decide } from ${JSON.stringify(handler)};`,
    `const access = ${access.expression};`,
    `export const handler = authorize((credentials) => decide(credentials, access));`,
  ].join("\n");
  return {
    files: { ...access.files, [entryName]: entry },
    identity: ["authorizer", scheme, access.expression, access.files],
    replaced: lean,
  };
}
