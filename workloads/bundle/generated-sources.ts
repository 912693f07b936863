import { join } from "node:path";
import { type Contract, methodsOf, type Operation } from "../contract/model";
import { compileValidators } from "./compile-validators";

export const entryName = "index.mjs";

/** Sources that are made, not written: name → text. */
export interface GeneratedSources {
  readonly files: Readonly<Record<string, string>>;
  /** Everything in them but the paths of the files they import. */
  readonly identity: readonly unknown[];
}

/** The function's entry module, which ties the handler to what the contract says of its operation. */
export function generatedSources(contract: Contract, operation: Operation, handler: string): GeneratedSources {
  const validators = compileValidators(operation);
  const endpoint = {
    operationId: operation.id,
    routeKey: `${operation.method} ${operation.path}`,
    allow: methodsOf(contract, operation.path).join(", "),
    bodyRequired: operation.body?.required ?? false,
  };
  const runtime = join(__dirname, "..", "runtime", "serve.ts");
  const entry = [
    `import parameters from "./parameters.cjs";`,
    validators.body === undefined ? `const body = undefined;` : `import body from "./body.cjs";`,
    `import { serve } from ${JSON.stringify(runtime)};`,
    `import { ${operation.id} } from ${JSON.stringify(handler)};`,
    `export const handler = serve({ ...${JSON.stringify(endpoint)}, parameters, body }, ${operation.id});`,
  ].join("\n");
  return {
    files: {
      [entryName]: entry,
      "parameters.cjs": validators.parameters,
      ...(validators.body === undefined ? {} : { "body.cjs": validators.body }),
    },
    identity: [endpoint, validators],
  };
}
