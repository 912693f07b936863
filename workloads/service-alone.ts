import { existsSync, readFileSync } from "node:fs";
import { App } from "cdktf";
import { reportingMistakes } from "../declaration/reporting-mistakes";
import { sliceIn } from "../declaration/slice/handover";
import { UserError } from "../declaration/user-error";
import { addImports } from "../stack/add-imports";
import { createStack } from "../stack/create-stack";
import { withoutTokenTraces } from "../stack/without-token-traces";
import { buildService } from "./service-stack";

/**
 * The whole app of a service in a repository of its own: synthesises its one stack, the same to the byte as the zone's project would. Exits with 2
 * for a mistake, which it prints. CDKTF_OUTDIR is where, as CDKTF reads it.
 * @param file what `landfall handover` wrote
 */
export function serviceAlone(file = "landfall.account.json"): void {
  reportingMistakes(() => {
    if (!existsSync(file))
      throw new UserError(`there is no ${file}`, "Ask the people of the landing zone: `landfall handover` writes it.");
    const { zone, spec } = sliceIn(readFileSync(file, "utf8"), file);
    const app = new App();
    withoutTokenTraces(() => {
      const stack = createStack(app, zone, spec);
      buildService(stack, zone, spec);
      addImports(stack, zone.imports[spec.id] ?? {});
      app.synth();
    });
  });
}
