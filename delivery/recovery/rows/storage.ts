import { DescribeKeyCommand, KMSClient, ListResourceTagsCommand, paginateListKeys } from "@aws-sdk/client-kms";
import { named, repeatable, type Rows } from "../row";
import { all, hasTags, present } from "../search";

const putsWhole = "its Put operation writes over the setting that is there";

export const storageRows: Rows = {
  aws_s3_bucket: named(["bucket"]),
  aws_s3_account_public_access_block: repeatable(putsWhole),
  aws_s3_bucket_object_lock_configuration: repeatable(putsWhole),
  aws_s3_bucket_ownership_controls: repeatable(putsWhole),
  aws_s3_bucket_policy: repeatable(putsWhole),
  aws_s3_bucket_public_access_block: repeatable(putsWhole),
  aws_s3_bucket_server_side_encryption_configuration: repeatable(putsWhole),
  aws_s3_bucket_versioning: repeatable(putsWhole),
  aws_dynamodb_table: named(["name"]),
  aws_db_subnet_group: named(["name"]),
  aws_rds_cluster: named(["cluster_identifier"]),
  aws_rds_cluster_instance: named(["identifier"]),
  aws_athena_workgroup: named(["name"]),
  aws_glue_catalog_database: {
    is: "named",
    importId: (planned, { place }) => `${place.account}:${planned.text("name") ?? ""}`,
  },
  aws_glue_catalog_table: {
    is: "named",
    importId: (planned, { place }) => {
      const database = planned.text("database_name");
      return database && `${place.account}:${database}:${planned.text("name") ?? ""}`;
    },
  },
  aws_kms_alias: named(["name"]),
  aws_kms_key: {
    is: "searched",
    find: async (planned, search) => {
      const client = search.client(KMSClient);
      const keys = await search.once("keys", () => all(paginateListKeys({ client }, {}), ({ Keys }) => Keys));
      const ours = keys.map(async ({ KeyId }) => {
        const { KeyMetadata } = await client.send(new DescribeKeyCommand({ KeyId }));
        if (KeyMetadata?.KeyManager !== "CUSTOMER" || KeyMetadata.KeyState === "PendingDeletion") return undefined;
        const { Tags } = await client.send(new ListResourceTagsCommand({ KeyId }));
        return hasTags(
          planned.tags,
          Tags?.map(({ TagKey: Key, TagValue: Value }) => ({ Key, Value })),
        )
          ? KeyId
          : undefined;
      });
      return present(await Promise.all(ours));
    },
  },
};
