import { createRequire } from "node:module";
import type { TerraformStack } from "cdktf";
import type { Bundle } from "./bundle-cache";
import type * as bundling from "./bundle-function";

/** Context of an app whose functions are not built: it says what stacks consist of, and nobody deploys it. */
export const codeLeftOut = "landfall:code-left-out";

/** The code of a function; its handler stands for it where the app leaves code out. */
export function codeOf(stack: TerraformStack, handler: string, bundle: (from: typeof bundling) => Bundle): Bundle {
  if (stack.node.tryGetContext(codeLeftOut) === true) return { file: handler, bytes: 0, sha256: "0".repeat(64) };
  return bundle(bundler());
}

/** What builds code takes longer to load than all else of a stack. */
function bundler(): typeof bundling {
  return createRequire(__filename)("./bundle-function") as typeof bundling;
}
