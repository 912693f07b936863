import Ajv2020 from "ajv/dist/2020";
import { _ } from "ajv/dist/compile/codegen";
import standaloneCode from "ajv/dist/standalone";
import addFormats from "ajv-formats";
import type { Catalog } from "./schemas/catalog";
import { detailSchema } from "./schemas/detail-schema";
import { type EventName, eventName, localName } from "./schemas/event-name";

/** What the bundle of a function that publishes has beside its handler. */
export interface PublishedValidators {
  /** Name → text of modules that are made. */
  readonly files: Readonly<Record<string, string>>;
  /** Lines of the entry module that import them. */
  readonly imports: readonly string[];
  /** Expression of all of them: `OrderPurchased.v1` → validator. */
  readonly expression: string;
}

/** The validators of events that a function publishes, compiled as those of its service's contract are. */
export function publishedValidators(publishes: readonly EventName[], catalog: Catalog): PublishedValidators {
  const files = publishes.flatMap((event, at) => {
    const described = catalog.get(eventName(event));
    return described ? [[`event-${at}.cjs`, compile(detailSchema(described))] as const] : [];
  });
  const named = publishes.map((event, at) => `${JSON.stringify(localName(event))}: event${at}`);
  return {
    files: Object.fromEntries(files),
    imports: publishes.map((_event, at) => `import event${at} from "./event-${at}.cjs";`),
    expression: `{ ${named.join(", ")} }`,
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
