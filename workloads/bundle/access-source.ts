import { join } from "node:path";
import type { ServiceDefinition } from "../service-definition";
import { merged, type Use, type UseKind } from "../uses/use";

/** Group of the access object, and module of the runtime with a function for each action, by kind of resource. */
const access: Readonly<Record<UseKind, { readonly group: string; readonly module: string }>> = {
  table: { group: "tables", module: "table.ts" },
  queue: { group: "queues", module: "queue.ts" },
  bucket: { group: "buckets", module: "bucket.ts" },
};

export interface AccessSource {
  readonly imports: readonly string[];
  /** Expression of the object that the handler is given. */
  readonly expression: string;
}

/**
 * Source of what a handler is given for its uses: one function for each action, imported by name, so that a bundle holds
 * the calls that are declared and no other.
 */
export function accessSource(definition: ServiceDefinition, uses: readonly Use[]): AccessSource {
  const resources = merged(uses);
  const kinds = [...new Set(resources.map(({ kind }) => kind))];
  const imports = kinds.map((kind) => {
    const actions = new Set(resources.filter((use) => use.kind === kind).flatMap((use) => use.actions));
    const names = [...actions].map((action) => `${action} as ${kind}${action}`).join(", ");
    return `import { ${names} } from ${JSON.stringify(runtimeModule("access", access[kind].module))};`;
  });
  const groups = (Object.keys(access) as UseKind[]).map((kind) => {
    const members = resources
      .filter((use) => use.kind === kind)
      .map((use) => `${JSON.stringify(use.name)}: {${use.actions.map((action) => call(definition, use, action))}}`);
    return `${access[kind].group}: {${members.join(", ")}}`;
  });
  return { imports, expression: `{ ${groups.join(", ")} }` };
}

function call(definition: ServiceDefinition, { kind, name }: Use, action: string): string {
  const streamed = action === "PutItem" && definition.tables[name]?.stream === true;
  return ` ...${kind}${action}(${JSON.stringify(name)}${streamed ? ", true" : ""}) `;
}

/** A file of `workloads/runtime`. */
export function runtimeModule(...path: readonly string[]): string {
  return join(__dirname, "..", "runtime", ...path);
}
