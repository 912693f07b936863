import { createHash } from "node:crypto";
import { join, relative } from "node:path";
import { version as esbuildVersion } from "esbuild";
import type { Contract, Operation } from "../contract/model";
import type { ConsumerDefinition, ServiceDefinition } from "../service-definition";
import type { TaskDefinition } from "../state-machine/definition";
import { usesOf } from "../uses/uses-of";
import { accessSource } from "./access-source";
import { build } from "./build";
import { type Bundle, cached, entryFormat, projectRoot, store } from "./bundle-cache";
import { consumerSources, type GeneratedSources, operationSources, taskSources } from "./generated-sources";

/** Accounts with the same service share its bundles: each is made, or found in the cache, once a process. */
const bundled = new WeakMap<object, { readonly definition: ServiceDefinition; readonly bundle: Bundle }>();

/**
 * The deployable zip of one operation: handler, validation compiled from the contract, access to what it uses and every
 * library, in one module. Same sources, same bytes, wherever the project lies. Built again only when a source changed.
 */
export function bundleOperation(definition: ServiceDefinition, contract: Contract, operation: Operation): Bundle {
  return once(operation, definition, () =>
    bundle(handlerFile(definition, operation.id), sourcesOfOperation(definition, contract, operation)),
  );
}

/** What is generated around the handler of an operation. */
export function sourcesOfOperation(
  definition: ServiceDefinition,
  contract: Contract,
  operation: Operation,
): GeneratedSources {
  const access = accessSource(definition, usesOf(definition, operation.id));
  const handler = handlerFile(definition, operation.id);
  return operationSources(contract, operation, handler, access, definition.operations[operation.id]?.key);
}

/** The deployable zip of one consumer, made as an operation's is. */
export function bundleConsumer(definition: ServiceDefinition, name: string, consumer: ConsumerDefinition): Bundle {
  return once(consumer, definition, () =>
    bundle(handlerFile(definition, name), sourcesOfConsumer(definition, name, consumer)),
  );
}

/** What is generated around the handler of a consumer. */
export function sourcesOfConsumer(
  definition: ServiceDefinition,
  name: string,
  consumer: ConsumerDefinition,
): GeneratedSources {
  const access = accessSource(definition, usesOf(definition, name));
  return consumerSources(name, consumer, handlerFile(definition, name), access);
}

/** The deployable zip of a task or an offer, made as an operation's is. */
export function bundleTask(definition: ServiceDefinition, name: string, task: TaskDefinition): Bundle {
  return once(task, definition, () => bundle(handlerFile(definition, name), sourcesOfTask(definition, name)));
}

/** What is generated around the handler of a task or an offer. */
export function sourcesOfTask(definition: ServiceDefinition, name: string): GeneratedSources {
  return taskSources(name, handlerFile(definition, name), accessSource(definition, usesOf(definition, name)));
}

/** The file that exports the handler of an operation or consumer under its name. */
export function handlerFile({ handlers }: ServiceDefinition, name: string): string {
  return join(handlers, `${name}.ts`);
}

function once(key: object, definition: ServiceDefinition, make: () => Bundle): Bundle {
  const known = bundled.get(key);
  if (known?.definition === definition) return known.bundle;
  const bundle = make();
  bundled.set(key, { definition, bundle });
  return bundle;
}

/** What is built of generated sources, or was before. */
export function bundle(handler: string, sources: GeneratedSources): Bundle {
  const from = relative(projectRoot(), handler);
  const replaced = Object.keys(sources.replaced);
  const decided = JSON.stringify([entryFormat, esbuildVersion, from, sources.identity, replaced]);
  const identity = createHash("sha256").update(decided).digest("hex");
  return cached(identity) ?? store(identity, build(sources.files, sources.replaced));
}
