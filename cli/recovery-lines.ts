import type { RecoveryEvent } from "../delivery/recovery/stale-lock";

/** How many addresses a line names before it only counts. */
const namedAtMost = 6;

/** What a recovery does, on one line. */
export function recoveryLine(event: RecoveryEvent): string {
  switch (event.type) {
    case "stale-lock": {
      const why = event.told ? "as told" : "its owner is gone";
      return `${event.stack}: state lock left by ${event.lock}; ${why}: unlocking`;
    }
    case "found": {
      const { addresses } = event;
      if (addresses.length === 0) return `${event.stack}: nothing was created and not recorded`;
      const more = addresses.length - namedAtMost;
      const list = `${addresses.slice(0, namedAtMost).join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
      return `${event.stack}: created and not recorded, to be imported: ${addresses.length} (${list})`;
    }
  }
}
