import { createHash } from "node:crypto";
import { dirname, relative } from "node:path";
import { version as esbuildVersion } from "esbuild";
import type { Contract, Operation } from "../contract/model";
import { build } from "./build";
import { type Bundle, cached, store } from "./bundle-cache";
import { generatedSources } from "./generated-sources";

const bundled = new Map<string, Bundle>();

/**
 * The deployable zip of one operation: handler, validation compiled from the contract and every library, in one module.
 * Same sources, same bytes, wherever the project lies. Built again only when a source changed.
 *
 * @param handler file that exports the operation's `Handle` under its operationId
 */
export function bundleFunction(contract: Contract, operation: Operation, handler: string): Bundle {
  const sources = generatedSources(contract, operation, handler);
  const decided = JSON.stringify([esbuildVersion, relative(dirname(__dirname), handler), sources.identity]);
  const identity = createHash("sha256").update(decided).digest("hex");
  const bundle = bundled.get(identity) ?? cached(identity) ?? store(identity, build(sources.files));
  bundled.set(identity, bundle);
  return bundle;
}
