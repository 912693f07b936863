import { readdirSync, realpathSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, sep } from "node:path";
import { projectAt, serviceFile } from "../../declaration/project";
import { callersOf } from "../api/authorizers/callers-of";
import { build } from "../bundle/build";
import { sourcesOfAuthorizer } from "../bundle/bundle-authorizer";
import type { Built } from "../bundle/bundle-cache";
import { handlerFile, sourcesOfConsumer, sourcesOfOperation, sourcesOfTask } from "../bundle/bundle-function";
import { loadContract } from "../contract/load-contract";
import { withFunction } from "../microservice/check-operations";
import { functionName } from "../microservice/names";
import { serviceNamed } from "../services";

/** One function of a service, which is built of its sources as they are whenever it is asked. */
export interface FunctionCode {
  /** Name of the operation, consumer, task, offer or scheme. */
  readonly id: string;
  readonly functionName: string;
  readonly build: () => Built;
}

/** A service as its definition and contract are at the moment. */
export interface ServiceCode {
  readonly functions: readonly FunctionCode[];
  /** Files that say what the service is made of: its definition, what that imports of the services, and its contract. */
  readonly definedBy: readonly string[];
  /** Every file of the service's folder. */
  readonly folder: () => readonly string[];
}

/** Reads a service anew, whatever of it this process has read before. @throws UserError, or what its `service.ts` throws */
export function serviceCode(name: string): ServiceCode {
  const project = projectAt();
  const file = serviceFile(project, name);
  const { cache } = createRequire(__filename);
  const definesServices = (path: string): boolean =>
    path.startsWith(realpathSync(project.services) + sep) && !path.includes(`${sep}node_modules${sep}`);
  for (const path of Object.keys(cache).filter(definesServices)) Reflect.deleteProperty(cache, path);
  const definition = serviceNamed(name, project);
  const contract = loadContract(definition.contract);
  const code = (id: string, made: () => Built): FunctionCode => ({
    id,
    functionName: functionName(name, id),
    build: made,
  });
  const readers = callersOf(contract).filter(({ kind }) => kind === "token");
  return {
    functions: [
      ...withFunction(definition, contract).map((operation) =>
        code(operation.id, () => build(sourcesOfOperation(definition, contract, operation).files)),
      ),
      ...readers.map(({ scheme }) =>
        code(scheme, () => build(sourcesOfAuthorizer(definition, scheme, handlerFile(definition, scheme)).files)),
      ),
      ...Object.entries(definition.consumers ?? {}).map(([id, consumer]) =>
        code(id, () => build(sourcesOfConsumer(definition, id, consumer).files)),
      ),
      ...Object.keys({ ...definition.tasks, ...definition.offers }).map((id) =>
        code(id, () => build(sourcesOfTask(definition, id).files)),
      ),
    ],
    definedBy: [...new Set([file, ...Object.keys(cache).filter(definesServices), definition.contract])],
    folder: () => filesBelow(dirname(file)),
  };
}

function filesBelow(directory: string): readonly string[] {
  return readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}
