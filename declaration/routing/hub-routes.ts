import type { IdKey } from "../ids";

/** An attachment, and a Transit Gateway route table by its domain. */
export interface AttachmentInTable {
  readonly attachment: string;
  readonly table: string;
}

/** A route that is written, not learnt. `name` is unique in its table. */
export interface StaticRoute {
  readonly table: string;
  readonly name: string;
  readonly destination: string;
  /** Name of the attachment it leads to, or that what is sent there is dropped. */
  readonly to: { readonly attachment: string } | "blackhole";
}

/** What every route table of the hub holds, as data. Tables are named by domain, those of the hub's own VPCs by VPC. */
export interface RoutePlan {
  /** Name of each attachment → where its id is locked. */
  readonly attachments: Readonly<Record<string, IdKey>>;
  readonly tables: readonly string[];
  /** Table each attachment's traffic is looked up in: its own domain's and no other. */
  readonly associations: readonly AttachmentInTable[];
  /** Tables that learn an attachment's range. */
  readonly propagations: readonly AttachmentInTable[];
  readonly staticRoutes: readonly StaticRoute[];
}
