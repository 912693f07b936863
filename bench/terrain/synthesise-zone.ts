import { App } from "cdktf";
import { zoneWithRanges } from "../../cli/zone-with-ranges";
import { withPlaceholderIds } from "../../declaration/placeholder-ids";
import { addStacks } from "../../main";

/** `node --import tsx bench/terrain/synthesise-zone.ts ZONE OUT`: every stack of a zone, as if all had been deployed. Run here, and in the copy. */
const [, , zone = "", outdir = ""] = process.argv;
const app = new App({ outdir });
const waiting = addStacks(app, withPlaceholderIds(zoneWithRanges(zone)));
if (waiting.length > 0) throw new Error(`not ready: ${waiting.map(({ id }) => id).join(", ")}`);
app.synth();
