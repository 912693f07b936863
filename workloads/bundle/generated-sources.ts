import { type Contract, methodsOf, type Operation } from "../contract/model";
import type { ConsumerDefinition } from "../service-definition";
import { isPlain } from "../runtime/lean/plain-path";
import { keyOf } from "../uses/key-of";
import { type AccessSource, runtimeModule } from "./access-source";
import { compileValidators } from "./compile-validators";

export const entryName = "index.mjs";

/** Sources that are made, not written: name → text. */
export interface GeneratedSources {
  readonly files: Readonly<Record<string, string>>;
  /** Everything in them but the paths of the files they import. */
  readonly identity: readonly unknown[];
  /** Module → file that takes its place in the bundle. */
  readonly replaced: Readonly<Record<string, string>>;
}

/** What every function does without. */
export const lean = { "@aws-sdk/endpoint-cache": runtimeModule("lean", "endpoint-cache.ts") };

/** A key that is a path of names needs none of JMESPath's 23 kB. */
function searching(key: string): GeneratedSources["replaced"] {
  const file = runtimeModule("lean", "plain-path.ts");
  const jmespath = { "@aws-lambda-powertools/jmespath": file, "@aws-lambda-powertools/jmespath/functions": file };
  return isPlain(key) ? { ...lean, ...jmespath } : lean;
}

/**
 * The entry module of an operation's function, which ties the handler to its contract and to what it uses.
 *
 * @param key what makes two requests the same one, where the operation has such
 */
export function operationSources(
  contract: Contract,
  operation: Operation,
  handler: string,
  access: AccessSource,
  key?: string,
): GeneratedSources {
  const validators = compileValidators(operation);
  const endpoint = {
    operationId: operation.id,
    routeKey: `${operation.method} ${operation.path}`,
    allow: methodsOf(contract, operation.path).join(", "),
    bodyRequired: operation.body?.required ?? false,
    caller: operation.access.caller?.kind,
  };
  const answering = "(request) => handle(request, access)";
  const entry = [
    `import parameters from "./parameters.cjs";`,
    validators.body === undefined ? `const body = undefined;` : `import body from "./body.cjs";`,
    ...access.imports,
    `import { serve } from ${JSON.stringify(runtimeModule("serve.ts"))};`,
    `import { ${operation.id} as handle } from ${JSON.stringify(handler)};`,
    `const access = ${access.expression};`,
    `const endpoint = { ...${JSON.stringify(endpoint)}, parameters, body };`,
    ...(key === undefined
      ? [`export const handler = serve(endpoint, ${answering});`]
      : [
          `import { once } from ${JSON.stringify(runtimeModule("once.ts"))};`,
          `export const handler = serve(endpoint, once(${JSON.stringify({ operationId: operation.id, key })}, ${answering}));`,
        ]),
  ].join("\n");
  return {
    files: {
      [entryName]: entry,
      ...access.files,
      "parameters.cjs": validators.parameters,
      ...(validators.body === undefined ? {} : { "body.cjs": validators.body }),
    },
    identity: [endpoint, access.expression, access.files, validators, ...(key === undefined ? [] : [key])],
    replaced: key === undefined ? lean : searching(key),
  };
}

/** The entry module of a function that state machines call. */
export function taskSources(name: string, handler: string, access: AccessSource): GeneratedSources {
  const entry = [
    ...access.imports,
    `import { perform } from ${JSON.stringify(runtimeModule("perform.ts"))};`,
    `import { ${name} as handle } from ${JSON.stringify(handler)};`,
    `const access = ${access.expression};`,
    `export const handler = perform(${JSON.stringify(name)}, (input) => handle(input, access));`,
  ].join("\n");
  const identity = ["task", name, access.expression, access.files];
  return { files: { ...access.files, [entryName]: entry }, identity, replaced: lean };
}

/** As below, of a consumer of a data stream. */
function recordsSources(name: string, handler: string, access: AccessSource): GeneratedSources {
  const entry = [
    ...access.imports,
    `import { takeRecords } from ${JSON.stringify(runtimeModule("take-records.ts"))};`,
    `import { ${name} as handle } from ${JSON.stringify(handler)};`,
    `const access = ${access.expression};`,
    `export const handler = takeRecords(${JSON.stringify(name)}, (records) => handle(records, access));`,
  ].join("\n");
  const identity = ["records", name, access.expression, access.files];
  return { files: { ...access.files, [entryName]: entry }, identity, replaced: lean };
}

/** The entry module of a consumer's function, which ties the handler to its source and to what it uses. */
export function consumerSources(
  name: string,
  definition: ConsumerDefinition,
  handler: string,
  access: AccessSource,
): GeneratedSources {
  const { kind } = definition.from;
  if (kind === "dataStream") return recordsSources(name, handler, access);
  const isText = definition.from.kind === "queue" && definition.from.body === "text";
  const consumer = { name, key: keyOf(definition) };
  const given = `(given) => handle(given, access)`;
  const isEvent = kind === "subscription";
  // A consumer of a topic has a queue of its own.
  const source = kind === "topic" ? "queue" : kind;
  const entry = [
    ...access.imports,
    `import { consume } from ${JSON.stringify(runtimeModule("consume.ts"))};`,
    `import { ${isText ? "textSource as source" : "source"}${isEvent ? ", handling" : ""} } from ${JSON.stringify(runtimeModule("sources", `${source}.ts`))};`,
    `import { ${name} as handle } from ${JSON.stringify(handler)};`,
    `const access = ${access.expression};`,
    `export const handler = consume(${JSON.stringify(consumer)}, source, ${isEvent ? `handling(${given})` : given});`,
  ].join("\n");
  return {
    files: { ...access.files, [entryName]: entry },
    identity: [consumer, kind, isText, access.expression, access.files],
    replaced: searching(consumer.key),
  };
}
