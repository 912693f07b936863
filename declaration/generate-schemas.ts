import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { jsonSchemas } from "./json-schemas";

/** `npm run schemas`: writes schemas/ from the zod schemas; a test fails while the two differ. */
for (const [name, schema] of jsonSchemas()) {
  writeFileSync(join(__dirname, "..", "schemas", name), `${JSON.stringify(schema, null, 2)}\n`);
}
