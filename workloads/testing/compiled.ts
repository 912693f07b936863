import { createRequire } from "node:module";

/** What the code that a bundle gets of a schema exports, with ajv as it is installed here. */
export function compiled<Exported>(code: string): Exported {
  const module = { exports: {} };
  const run = new Function("module", "exports", "require", code) as (...parameters: unknown[]) => void;
  run(module, module.exports, createRequire(__filename));
  return module.exports as Exported;
}
