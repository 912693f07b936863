"use strict";

/**
 * Loaded into every cdktf process that Landfall starts, before cdktf itself.
 *
 * cdktf draws with Ink, also where nobody looks: it wraps Terraform's lines at 80 columns where there is no terminal, and lays
 * everything out again for each of its spinner's 12 frames a second and for each piece of Terraform's output. Wider and slower halves its
 * processor time.
 *
 * cdktf runs Terraform in a pseudo-terminal. What Terraform printed last is lost when it ends before a busy machine reads it, "Apply
 * complete!" among it: the kernel drops what is left in a terminal when its last writer closes it. Pipes keep it, so Terraform gets pipes.
 */

const { spawn } = require("node:child_process");
const { createRequire } = require("node:module");
const { createInterface } = require("node:readline");

/** How long Terraform's lines are gathered before cdktf is given them, in milliseconds. */
const gathering = 500;

process.stdout.columns = 200;
const every = globalThis.setInterval;
globalThis.setInterval = (work, milliseconds, ...rest) => every(work, Math.max(milliseconds, 2000), ...rest);

replace("@cdktf/node-pty-prebuilt-multiarch", { spawn: onPipes });
// Its converter of HCL, with jsii's compilers, and its parsers of HCL in WebAssembly: two seconds to load, another of processor time to
// compile, and of no use to `deploy`.
for (const converter of ["@cdktf/hcl2cdk", "@cdktf/hcl2json", "@cdktf/hcl-tools"]) replace(converter, {});

/** What cdktf gets when it asks for a module. */
function replace(name, exports) {
  const filename = createRequire(process.argv[1]).resolve(name);
  require.cache[filename] = { id: filename, filename, loaded: true, children: [], exports };
}

/**
 * What cdktf uses of node-pty's `spawn`. Like there, the program is in a session of its own, no Ctrl-C reaches it, and what it leaves
 * running is hung up when it ends.
 */
function onPipes(file, args, { cwd, env }) {
  const child = spawn(file, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"], detached: true });
  const hears = [];
  let untold = "";
  const tell = () => {
    const text = untold;
    untold = "";
    if (text !== "") hears.forEach((listener) => listener(text));
  };
  const take = (line) => {
    if (untold === "") setTimeout(tell, gathering);
    untold += `${line}\n`;
  };
  createInterface({ input: child.stdout }).on("line", take);
  createInterface({ input: child.stderr }).on("line", take);
  child.on("exit", () => hangUp(child.pid));
  child.on("error", (error) => take(`Error: ${file} did not start: ${error.message}`));
  return {
    onData: (listener) => hears.push(listener),
    onExit: (listener) =>
      child.on("close", (exitCode) => {
        tell();
        listener({ exitCode: exitCode ?? 1 });
      }),
    // cdktf writes Ctrl-C to stop Terraform, and answers to questions that `--auto-approve` leaves unasked.
    write: (text) => text === "\x03" && child.exitCode === null && child.kill("SIGINT"),
  };
}

function hangUp(group) {
  try {
    process.kill(-group, "SIGHUP");
  } catch {
    // Nothing was left running.
  }
}
