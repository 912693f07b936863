import { join } from "node:path";
import { publishedValidators } from "../events/published-validators";
import { readCatalog } from "../events/schemas/catalog";
import { parseEventName } from "../events/schemas/event-name";
import type { ServiceDefinition } from "../service-definition";
import { merged, type Use, type UseKind } from "../uses/use";

/** Group of the access object, and module of the runtime with a function for each action, by kind of resource. */
const access: Readonly<Record<Exclude<UseKind, Single>, { readonly group: string; readonly module: string }>> = {
  table: { group: "tables", module: "table.ts" },
  queue: { group: "queues", module: "queue.ts" },
  bucket: { group: "buckets", module: "bucket.ts" },
  database: { group: "databases", module: "database.ts" },
  deliveryStream: { group: "deliveryStreams", module: "delivery-stream.ts" },
  secret: { group: "secrets", module: "secret.ts" },
  stateMachine: { group: "stateMachines", module: "state-machine.ts" },
  topic: { group: "topics", module: "topic.ts" },
  dataStream: { group: "dataStreams", module: "data-stream.ts" },
};

/** Kinds of which a handler is given the one thing itself. */
type Single = "bus" | "email";

const isSingle = (kind: UseKind): kind is Single => kind === "bus" || kind === "email";

/** Groups that every handler is given, be there anything in them or not. */
const always: readonly UseKind[] = ["table", "queue", "bucket"];

export interface AccessSource {
  readonly imports: readonly string[];
  /** Expression of the object that the handler is given. */
  readonly expression: string;
  /** Modules that are made for it: name → text. */
  readonly files: Readonly<Record<string, string>>;
}

/**
 * Source of what a handler is given for its uses: one function for each action, imported by name, so that a bundle holds
 * the calls that are declared and no other.
 */
export function accessSource(definition: ServiceDefinition, uses: readonly Use[]): AccessSource {
  const resources = merged(uses);
  const used = [...new Set(resources.map(({ kind }) => kind))].filter((kind) => !isSingle(kind));
  const imports = used.map((kind) => {
    const actions = new Set(resources.filter((use) => use.kind === kind).flatMap((use) => use.actions));
    const names = [...actions].map((action) => `${action} as ${kind}${action}`).join(", ");
    return `import { ${names} } from ${JSON.stringify(runtimeModule("access", access[kind].module))};`;
  });
  const kinds = Object.keys(access) as (keyof typeof access)[];
  const groups = kinds.flatMap((kind) => {
    if (!always.includes(kind) && !used.includes(kind)) return [];
    const members = resources
      .filter((use) => use.kind === kind)
      .map((use) => `${JSON.stringify(use.name)}: {${use.actions.map((action) => call(definition, use, action))}}`);
    return [`${access[kind].group}: {${members.join(", ")}}`];
  });
  const email = emailSource(resources.some(({ kind }) => kind === "email"));
  const bus = busSource(definition, resources.find(({ kind }) => kind === "bus")?.actions ?? []);
  return {
    imports: [...imports, ...email.imports, ...bus.imports],
    expression: `{ ${[...groups, ...email.members, ...bus.members].join(", ")} }`,
    files: bus.files,
  };
}

function call(definition: ServiceDefinition, { kind, name }: Use, action: string): string {
  const said = [name, ...toldBeside(definition, { kind, name }, action)].map((each) => JSON.stringify(each));
  return ` ...${kind}${action}(${said.join(", ")}) `;
}

/** What an action's function is told beside the name of what it acts on. */
function toldBeside(definition: ServiceDefinition, { kind, name }: Pick<Use, "kind" | "name">, action: string) {
  if (kind === "topic") return [Object.keys(definition.topics?.[name]?.attributes ?? {})];
  return action === "PutItem" && definition.tables[name]?.stream === true ? [true] : [];
}

/** The central bus of a handler that publishes, with the validators of the events it declares; of another one, nothing. */
function busSource({ name }: ServiceDefinition, events: readonly string[]) {
  if (events.length === 0) return { imports: [], members: [], files: {} };
  const published = events.flatMap((event) => parseEventName(`${name}/${event}`) ?? []);
  const { imports, expression, files } = publishedValidators(published, readCatalog());
  return {
    imports: [...imports, `import { publishing } from ${JSON.stringify(runtimeModule("access", "bus.ts"))};`],
    members: [`bus: publishing(${JSON.stringify(name)}, ${expression})`],
    files,
  };
}

/** The sender of a handler that sends mails; of another one, nothing. */
function emailSource(isUsed: boolean) {
  if (!isUsed) return { imports: [], members: [] };
  return {
    imports: [`import { sending } from ${JSON.stringify(runtimeModule("access", "email.ts"))};`],
    members: ["email: sending()"],
  };
}

/** A file of `workloads/runtime`. */
export function runtimeModule(...path: readonly string[]): string {
  return join(__dirname, "..", "runtime", ...path);
}
