import { eject as ejectStacks } from "../delivery/eject/eject";
import { exitCodes, registration } from "./command";
import { zoneOption, type ZoneOptions } from "./zone-option";

interface Options extends ZoneOptions {
  readonly json?: boolean;
}

export const eject = registration<Options>({
  name: "eject",
  usage: "<directory> [stacks...]",
  summary: "write the stacks as plain Terraform that needs neither Landfall nor Node.js",
  examples: [
    "landfall eject terraform",
    "landfall eject terraform network routing",
    "cd terraform/network && terraform init && terraform plan    # no changes, as landfall-platform",
  ],
  tools: [],
  configure: (command) =>
    void command.addOption(zoneOption()).option("--json", "print the stacks written and left out as JSON"),
  run: async ([directory = "", ...only], { zone, json }) => {
    const ejected = await ejectStacks({ zoneDirectory: zone, directory, only });
    if (json) console.log(JSON.stringify({ directory, ...ejected }, undefined, 2));
    else {
      for (const reason of ejected.waiting) console.error(reason);
      const count = ejected.stacks.length;
      const of = ejected.waiting.length > 0 ? `${count} of ${count + ejected.waiting.length}` : `${count}`;
      console.log(`Stacks in ${directory}: ${of}; its README.md says how to run them.`);
      if (ejected.waiting.length > 0)
        console.error("`landfall deploy` makes what the others wait for; `landfall sync` reads it anew.");
    }
    return ejected.waiting.length > 0 ? exitCodes.failed : exitCodes.success;
  },
});
