#!/usr/bin/env node
// Entry of `landfall`: plain JavaScript without dependencies, because on a fresh clone nothing is installed yet.
//   landfall COMMAND …          runs the program (cli/main.ts)
//   landfall --run FILE …       runs another TypeScript file of this repository, for the npm scripts
//   landfall --ensure           installs what is missing and stops
import { ensureInstalled } from "./cli/install.mjs";
import { createRequire } from "module";
import { dirname, join } from "path";
import { fileURLToPath } from "url";

// The SDK's notice of Node versions to come would stand in the middle of every command's output.
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED = "true";

const minimumNode = 20;
const root = dirname(fileURLToPath(import.meta.url));

if (Number(process.versions.node.split(".")[0]) < minimumNode) {
  console.error(`landfall needs Node.js ${minimumNode} or newer; this is ${process.version} (${process.execPath}).`);
  console.error("Install it from https://nodejs.org or with your version manager, and run the command again.");
  process.exit(2);
}

const code = await ensureInstalled(root);
if (code !== 0) process.exit(code);

const [first, file, ...rest] = process.argv.slice(2);
if (first !== "--ensure") {
  const require = createRequire(import.meta.url);
  const loadJavaScript = require.extensions[".js"];
  require("tsx/cjs/api").register();
  const transform = require.extensions[".js"];
  // tsx parses every file of every package to find out whether it is an ES module: a second for a zone's stacks. Node knows from package.json.
  require.extensions[".js"] = (module, file) => {
    try {
      loadJavaScript(module, file);
    } catch (error) {
      if (error.code !== "ERR_REQUIRE_ESM") throw error;
      transform(module, file);
    }
  };
  if (first === "--run") process.argv.splice(1, process.argv.length, join(root, file ?? ""), ...rest);
  require(first === "--run" ? join(root, file ?? "") : "./cli/main.ts");
}
