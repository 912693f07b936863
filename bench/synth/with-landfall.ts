import { App, TerraformResource, type TerraformStack } from "cdktf";
import { loadZone } from "../../declaration/load";
import { addStacks } from "../../main";
import { withoutTokenTraces } from "../../stack/without-token-traces";
import { tellCost } from "./cost";

/** `with-landfall.ts ZONE OUT [STACK…]`: from the YAML files to the Terraform JSON, as `main.ts` does. */
const [zone = "", out = "", ...only] = process.argv.slice(2);

tellCost(() => {
  const app = new App({ outdir: out });
  addStacks(app, loadZone(zone), only.length > 0 ? only : undefined);
  const resources = count(app);
  withoutTokenTraces(() => app.synth());
  return resources;
});

function count(app: App): number {
  return app.node.children.reduce(
    (sum, stack) => sum + (stack as TerraformStack).node.children.filter(TerraformResource.isTerraformResource).length,
    0,
  );
}
