import { z } from "zod";
import { cidr, text } from "./primitives";

/** `addresses.lock.json`: name of an account, `egress`, or an account and a region (`orders/eu-west-2`) → its range. */
export const addressesLock = z.strictObject({ version: z.literal(1), ranges: z.record(text("networkName"), cidr) });

/** `imports.json`: stack id → Terraform address → import id of what existed before Landfall. */
export const importsFile = z.strictObject({
  version: z.literal(1),
  imports: z.record(z.string().min(1), z.record(z.string().min(1), z.string().min(1))),
});

/** `ids.lock.json`: what AWS chose, by the names of `IdKey`. */
export const idsLock = z.strictObject({ version: z.literal(1), ids: z.record(z.string().min(1), z.string().min(1)) });
