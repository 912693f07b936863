import type { ServiceRows } from "../row";
import { standardTagging, verbs } from "../verbs";

/** EventBridge's schema registry, which neither emulator has. One version of a schema is kept: the last. */
export const schemas: ServiceRows = {
  service: "schemas",
  model: "schemas",
  tagging: standardTagging,
  resources: [
    {
      resource: "registry",
      key: ["RegistryName"],
      arn: ["RegistryArn", "schemas:{region}:{account}:registry/{RegistryName}"],
      operations: verbs(
        "create CreateRegistry; get DescribeRegistry; list ListRegistries>Registries; update UpdateRegistry; delete DeleteRegistry",
      ),
    },
    {
      resource: "schema",
      key: ["RegistryName", "SchemaName"],
      of: { resource: "registry", key: ["RegistryName"] },
      arn: ["SchemaArn", "schemas:{region}:{account}:schema/{RegistryName}/{SchemaName}"],
      assigns: { SchemaVersion: "1", LastModified: "{now}", VersionCreatedDate: "{now}" },
      operations: verbs(
        "create CreateSchema; get DescribeSchema; list ListSchemas>Schemas; update UpdateSchema; delete DeleteSchema",
      ),
    },
  ],
};
