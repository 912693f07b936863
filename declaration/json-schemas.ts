import { z } from "zod";
import { accountFile } from "./schema/account";
import { faultsFile } from "./schema/faults";
import { landingZoneFile } from "./schema/landing-zone";

/** File in schemas/ → JSON Schema (draft 2020-12) of what people write: defaults may be left out, unknown keys may not be there. */
export function jsonSchemas(): ReadonlyMap<string, unknown> {
  return new Map([
    ["landing-zone.json", jsonSchema(landingZoneFile, "landing-zone", "Landing zone")],
    ["account.json", jsonSchema(accountFile, "account", "Account of a landing zone")],
    ["faults.json", jsonSchema(faultsFile, "faults", "Faults of a rehearsal")],
  ]);
}

function jsonSchema(schema: z.ZodType, name: string, title: string): unknown {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: "input", target: "draft-2020-12" });
  return { $schema, $id: `urn:landfall:schema:${name}`, title, ...rest };
}
