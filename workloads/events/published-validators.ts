import Ajv2020 from "ajv/dist/2020";
import { _ } from "ajv/dist/compile/codegen";
import standaloneCode from "ajv/dist/standalone";
import addFormats from "ajv-formats";
import { join } from "node:path";
import type { Catalog } from "./schemas/catalog";
import { detailSchema } from "./schemas/detail-schema";
import { eventName, localName } from "./schemas/event-name";
import type { ServiceEvents } from "./event-graph";

/** What the bundle of a function that publishes has beside its handler. */
export interface PublishedValidators {
  /** Name → text of modules that are made. */
  readonly files: Readonly<Record<string, string>>;
  /** Lines of the entry module, before the handler is imported. */
  readonly lines: readonly string[];
  /** All of it but paths. */
  readonly identity: readonly unknown[];
}

/** The validators of what a service publishes, compiled as those of its contract are. */
export function publishedValidators({ publishes }: ServiceEvents, catalog: Catalog): PublishedValidators {
  const files = publishes.flatMap((event, at) => {
    const described = catalog.get(eventName(event));
    return described ? [[`event-${at}.cjs`, compile(detailSchema(described))] as const] : [];
  });
  const named = publishes.map((event, at) => `${JSON.stringify(localName(event))}: event${at}`);
  const runtime = join(__dirname, "runtime", "validators.ts");
  return {
    files: Object.fromEntries(files),
    lines: [
      ...publishes.map((_event, at) => `import event${at} from "./event-${at}.cjs";`),
      `import { provideValidators } from ${JSON.stringify(runtime)};`,
      `provideValidators({ ${named.join(", ")} });`,
    ],
    identity: [named, files],
  };
}

function compile(schema: object): string {
  const ajv = new Ajv2020({
    allErrors: true,
    strict: true,
    strictTypes: false,
    strictRequired: false,
    code: { source: true, formats: _`require("ajv-formats/dist/formats").fullFormats` },
  });
  addFormats(ajv);
  return standaloneCode(ajv, ajv.compile(schema));
}
