"use strict";

/** Starts a program as cdktf starts Terraform, reads what it prints as slowly as a busy machine, and says how many lines came. */
const { spawn } = require("@cdktf/node-pty-prebuilt-multiarch");

const program = spawn("sh", ["-c", "seq 1 3000; echo 'Apply complete!' >&2"], { cwd: __dirname, env: process.env });
let text = "";
let slow = 2;
program.onData((data) => {
  text += data;
  const until = Date.now() + (slow-- > 0 ? 300 : 0);
  while (Date.now() < until);
});
program.onExit(({ exitCode }) => {
  console.log(JSON.stringify({ exitCode, lines: text.split("\n").length - 1, complete: /Apply complete!/.test(text) }));
  process.exit();
});
