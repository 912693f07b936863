import type { GlueCatalogDatabase } from "@cdktf/provider-aws/lib/glue-catalog-database";
import type { S3Bucket } from "@cdktf/provider-aws/lib/s3-bucket";
import type { Placement } from "../microservice/placement";

/** What the streams of one service share. */
export interface Delivered {
  readonly service: string;
  readonly placement: Placement;
  readonly bucket: S3Bucket;
  /** Known before the bucket exists. */
  readonly bucketName: string;
}

/** Where the tables are. */
export interface Catalog extends Delivered {
  readonly database: GlueCatalogDatabase;
}
