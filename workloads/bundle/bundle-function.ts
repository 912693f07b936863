import { createHash } from "node:crypto";
import { relative } from "node:path";
import { version as esbuildVersion } from "esbuild";
import type { Contract, Operation } from "../contract/model";
import { build } from "./build";
import { type Bundle, cached, projectRoot, store } from "./bundle-cache";
import { generatedSources } from "./generated-sources";

/** Accounts with the same service share its bundles: each is made, or found in the cache, once a process. */
const bundled = new WeakMap<Operation, { readonly handler: string; readonly bundle: Bundle }>();

/**
 * The deployable zip of one operation: handler, validation compiled from the contract and every library, in one module.
 * Same sources, same bytes, wherever the project lies. Built again only when a source changed.
 *
 * @param handler file that exports the operation's `Handle` under its operationId
 */
export function bundleFunction(contract: Contract, operation: Operation, handler: string): Bundle {
  const known = bundled.get(operation);
  if (known?.handler === handler) return known.bundle;
  const sources = generatedSources(contract, operation, handler);
  const decided = JSON.stringify([esbuildVersion, relative(projectRoot(), handler), sources.identity]);
  const identity = createHash("sha256").update(decided).digest("hex");
  const bundle = cached(identity) ?? store(identity, build(sources.files));
  bundled.set(operation, { handler, bundle });
  return bundle;
}
