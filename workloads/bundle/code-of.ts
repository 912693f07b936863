import { createRequire } from "node:module";
import type { TerraformStack } from "cdktf";
import type { Contract, Operation } from "../contract/model";
import type { Bundle } from "./bundle-cache";
import type * as bundling from "./bundle-function";

/** Context of an app whose functions are not built: it says what stacks consist of, and nobody deploys it. */
export const codeLeftOut = "landfall:code-left-out";

/** The code of an operation's function; its handler stands for it where the app leaves code out. */
export function codeOf(stack: TerraformStack, contract: Contract, operation: Operation, handler: string): Bundle {
  if (stack.node.tryGetContext(codeLeftOut) === true) return { file: handler, bytes: 0, sha256: "0".repeat(64) };
  return bundler().bundleFunction(contract, operation, handler);
}

/** What builds code takes longer to load than all else of a stack. */
function bundler(): typeof bundling {
  return createRequire(__filename)("./bundle-function") as typeof bundling;
}
