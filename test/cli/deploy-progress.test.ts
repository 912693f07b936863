import { Writable } from "node:stream";
import { describe, expect, test } from "@jest/globals";
import { deployProgress } from "../../cli/deploy-progress";
import { deploySummary } from "../../cli/deploy-summary";
import type { Deployment, StackResult } from "../../delivery/deployment";

function stream(isTTY: boolean): { readonly stream: NodeJS.WriteStream; readonly text: () => string } {
  let text = "";
  const writable = new Writable({
    write: (chunk, _encoding, done) => {
      text += String(chunk);
      done();
    },
  });
  return { stream: Object.assign(writable, { isTTY, columns: 80 }) as unknown as NodeJS.WriteStream, text: () => text };
}

const done: StackResult = {
  stack: "org",
  status: "done",
  seconds: 12.34,
  counts: { added: 3, changed: 0, destroyed: 0 },
  ids: { added: [], changed: [] },
};
const failed: StackResult = {
  stack: "logs",
  status: "failed",
  seconds: 2,
  errors: ["Error: no\n  with x"],
  logFile: "l.log",
};
const notReached: StackResult = {
  stack: "network",
  status: "not-reached",
  reason: "comes after logs, which was not deployed",
};

describe("the progress of a deployment", () => {
  test("without a terminal is plain lines, one for each stack that ended", () => {
    const { stream: plain, text } = stream(false);
    const progress = deployProgress(plain);
    progress.onEvent({ type: "planned", stacks: ["org", "logs"], parallelism: 2 });
    progress.onEvent({ type: "started", stack: "org" });
    progress.onEvent({ type: "finished", result: done });
    progress.onEvent({ type: "finished", result: failed });
    progress.close();
    expect(text().replace(/^ +\d+ s {2}/gm, "")).toBe(
      "2 stacks to deploy, 2 at a time\norg   done in 12.3 s: 3 added\nlogs  failed after 2.0 s\n",
    );
  });

  test("on a terminal keeps a line for each running stack below, and removes them at the end", () => {
    const { stream: terminal, text } = stream(true);
    const progress = deployProgress(terminal);
    progress.onEvent({ type: "planned", stacks: ["org"], parallelism: 2 });
    progress.onEvent({ type: "started", stack: "org" });
    progress.onEvent({ type: "finished", result: done });
    progress.close();
    expect(text()).toContain("1 of 1 stack");
    expect(text().endsWith("\u001b[1A\u001b[J")).toBe(true);
  });
});

describe("the summary of a deployment", () => {
  const deployment = (stacks: readonly StackResult[]): Deployment => {
    return { stacks, seconds: 20, synthesisSeconds: 1, interrupted: false };
  };

  test("is one line when all went well", () => {
    expect(deploySummary(deployment([done]))).toEqual(["1 of 1 stacks deployed in 20.0 s"]);
  });

  test("shows Terraform's lines for what failed, the reason for what was not reached, and how to go on", () => {
    expect(deploySummary(deployment([done, failed, notReached]))).toEqual([
      "logs: failed after 2.0 s",
      "    Error: no",
      "      with x",
      "    Everything it printed: l.log",
      "network: not reached: comes after logs, which was not deployed",
      "1 of 3 stacks deployed in 20.0 s. `landfall deploy` goes on from here.",
    ]);
  });
});
