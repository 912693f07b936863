import type { EventSchema } from "./catalog";
import type { ValueSchema } from "./keywords";

/** What every event says of itself, in `detail.metadata`. */
export interface EventMetadata {
  /** The same at every delivery and every retry: consumers are idempotent by it. */
  readonly id: string;
  /** One for all that follows from one request from outside. */
  readonly correlationId: string;
  /** Id of the event or request that this one follows from. */
  readonly causationId: string;
  /** When it happened, ISO 8601. */
  readonly time: string;
  /** Of the schema of `detail.data`. */
  readonly version: number;
}

const text: ValueSchema = { type: "string", minLength: 1 };

/** Schema of the whole `detail`: metadata and the event's data. */
export function detailSchema({ detailType, version, schema }: Omit<EventSchema, "file" | "lineOf">): ValueSchema {
  return {
    title: detailType,
    type: "object",
    required: ["metadata", "data"],
    properties: {
      metadata: {
        type: "object",
        required: ["id", "correlationId", "causationId", "time", "version"],
        properties: {
          id: text,
          correlationId: text,
          causationId: text,
          time: { type: "string", format: "date-time" },
          version: { type: "integer", enum: [version] },
        },
      },
      data: schema,
    },
  };
}

/** The same as EventBridge's registry takes it: its `JSONSchemaDraft4`. Keys in order, so that it is the same text in every process. */
export function registeredSchema(event: EventSchema): string {
  return JSON.stringify({ $schema: "http://json-schema.org/draft-04/schema#", ...detailSchema(event) });
}
