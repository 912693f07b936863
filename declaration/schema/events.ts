import { z } from "zod";
import { email, slug } from "./primitives";

/** A central bus of the shared-services account: accounts that name it exchange events, and no others. */
const bus = z.strictObject({
  archiveDays: z.number().int().min(1).max(3650).default(30).describe("Days for which events are kept, to be replayed"),
});

/** What goes between the services of several accounts. */
export const events = z.strictObject({
  buses: z
    .record(slug.max(20), bus)
    .default({})
    .describe("Central event buses, one for each environment; accounts join one with `service.eventBus`"),
  alertEmails: z.array(email).max(10).default([]).describe("Told of events that could not be delivered"),
});
