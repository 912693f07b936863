import { SchemasRegistry } from "@cdktf/provider-aws/lib/schemas-registry";
import { SchemasSchema } from "@cdktf/provider-aws/lib/schemas-schema";
import type { TerraformStack } from "cdktf";
import { resource } from "../../../stack/resource";
import { nameOfEvent } from "../names";
import type { Catalog } from "../schemas/catalog";
import { registeredSchema } from "../schemas/detail-schema";
import { localName } from "../schemas/event-name";

/** Every event's schema in EventBridge's registry, named as its schema discovery names them: `source@detail-type`. */
export function addRegistry(stack: TerraformStack, catalog: Catalog): void {
  const registry = resource(stack, SchemasRegistry, "events", {
    name: "landfall",
    description: "Events between the services of several accounts",
  });
  for (const event of catalog.values()) {
    resource(stack, SchemasSchema, nameOfEvent(event), {
      name: `${event.source}@${localName(event)}`,
      registryName: registry.name,
      type: "JSONSchemaDraft4",
      ...(event.schema.description === undefined ? {} : { description: event.schema.description.slice(0, 256) }),
      content: registeredSchema(event),
    });
  }
}
