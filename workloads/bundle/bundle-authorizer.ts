import { createHash } from "node:crypto";
import { join, relative } from "node:path";
import { version as esbuildVersion } from "esbuild";
import { build } from "./build";
import { type Bundle, cached, projectRoot, store } from "./bundle-cache";
import { entryName } from "./generated-sources";

/** The deployable zip of the function that reads a scheme's tokens. @param handler file that exports an `Authorize` under the scheme's name */
export function bundleAuthorizer(scheme: string, handler: string): Bundle {
  const decided = JSON.stringify([esbuildVersion, "authorizer", scheme, relative(projectRoot(), handler)]);
  const identity = createHash("sha256").update(decided).digest("hex");
  const entry = [
    `import { authorize } from ${JSON.stringify(join(__dirname, "..", "runtime", "authorize.ts"))};`,
    `import { ${scheme} } from ${JSON.stringify(handler)};`,
    `export const handler = authorize(${scheme});`,
  ].join("\n");
  return cached(identity) ?? store(identity, build({ [entryName]: entry }));
}
