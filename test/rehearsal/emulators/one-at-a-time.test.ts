import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { expect, test } from "@jest/globals";

const directory = resolve(__dirname, "../../../rehearsal/emulators");

/** Walks a dictionary in sixteen threads that add to it between two steps, and prints how many of them failed. */
const program = (application: string): string => `
import sys, threading, time
sys.path.insert(0, ${JSON.stringify(directory)})
from one_at_a_time import OneAtATime
kept, failed = {0: 0}, []

def walking(environ, start_response):
    for key in kept:
        time.sleep(0.001)
        kept[len(kept)] = key
        break
    for key in kept:
        time.sleep(0.001)
    return [b"done"]

application = ${application}

def request():
    try:
        assert application({}, None) == [b"done"]
    except RuntimeError as error:
        failed.append(error)

threads = [threading.Thread(target=request) for _ in range(16)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
print(len(failed))
`;

const failures = (application: string): number =>
  Number(execFileSync("python3", ["-c", program(application)], { encoding: "utf8" }));

test("requests that walk what others add to fail when they run at once, and not one at a time", () => {
  expect(failures("walking")).toBeGreaterThan(0);
  expect(failures("OneAtATime(walking)")).toBe(0);
});
