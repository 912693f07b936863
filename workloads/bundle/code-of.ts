import { createRequire } from "node:module";
import { join } from "node:path";
import type { TerraformStack } from "cdktf";
import type { ServiceDefinition } from "../service-definition";
import type { Bundle } from "./bundle-cache";
import type * as authorizers from "./bundle-authorizer";
import type * as bundling from "./bundle-function";

/** Context of an app whose functions are not built: it says what stacks consist of, and nobody deploys it. */
export const codeLeftOut = "landfall:code-left-out";

/** The code of a function; its handler stands for it where the app leaves code out. */
export function codeOf(stack: TerraformStack, handler: string, bundle: (from: typeof bundling) => Bundle): Bundle {
  return leftOut(stack, handler) ?? bundle(bundler());
}

/** The code of the function that reads the tokens of a security scheme. */
export function codeOfAuthorizer(stack: TerraformStack, definition: ServiceDefinition, scheme: string): Bundle {
  const handler = join(definition.handlers, `${scheme}.ts`);
  const load = (): typeof authorizers => createRequire(__filename)("./bundle-authorizer") as typeof authorizers;
  return leftOut(stack, handler) ?? load().bundleAuthorizer(definition, scheme, handler);
}

function leftOut(stack: TerraformStack, handler: string): Bundle | undefined {
  const isLeftOut = stack.node.tryGetContext(codeLeftOut) === true;
  return isLeftOut ? { file: handler, bytes: 0, sha256: "0".repeat(64) } : undefined;
}

/** What builds code takes longer to load than all else of a stack. */
function bundler(): typeof bundling {
  return createRequire(__filename)("./bundle-function") as typeof bundling;
}
