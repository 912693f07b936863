import { spawnSync } from "node:child_process";
import { resolve } from "node:path";

const root = resolve(__dirname, "../..");

/** A synthesis of one zone. */
export interface AppRun {
  readonly zone: string;
  readonly out: string;
  /** Ids of the stacks; all when undefined. */
  readonly only?: readonly string[] | undefined;
}

/**
 * Synthesises one zone after the other: half of what a process of its own takes is to load the provider's bindings. JavaScript is loaded as
 * landfall.mjs does: tsx would parse every file of every package.
 */
const program = `
  const loadJavaScript = require.extensions[".js"];
  require("tsx/cjs/api").register();
  const transform = require.extensions[".js"];
  require.extensions[".js"] = (module, file) => {
    try {
      loadJavaScript(module, file);
    } catch (error) {
      if (error.code !== "ERR_REQUIRE_ESM") throw error;
      transform(module, file);
    }
  };
  const { landfall } = require("./main.ts");
  for (const { zone, out, only } of JSON.parse(process.argv[1])) {
    process.env.CDKTF_OUTDIR = out;
    landfall({ LANDFALL_ZONE: zone, LANDFALL_STACKS: only && only.join() });
    if (process.exitCode) process.exit();
  }
`;

/** Runs the app of a project in a new process. */
export function runApp(runs: readonly AppRun[], project = root): void {
  const { status, stderr } = spawnSync(process.execPath, ["--eval", program, JSON.stringify(runs)], {
    cwd: project,
    encoding: "utf8",
    stdio: ["ignore", "ignore", "pipe"],
  });
  if (status !== 0) throw new Error(`the zones were not synthesised: ${stderr}`);
}
