import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "@jest/globals";
import { watchMemory } from "../../rehearsal/memory";

test("the peak is of the process and of what it starts", async () => {
  const alone = watchMemory(10, 1);
  await new Promise((done) => setTimeout(done, 1000));
  const own = alone.stop() ?? 0;
  expect(own).toBeGreaterThan(20);

  const both = watchMemory(10, 1);
  const holder = spawn(
    process.execPath,
    ["-e", "const b = Buffer.alloc(2 ** 28, 1); console.log(b.length); process.stdin.resume()"],
    {
      stdio: ["pipe", "pipe", "inherit"],
    },
  );
  const ended = once(holder, "exit");
  await once(holder.stdout, "data");
  await new Promise((done) => setTimeout(done, 3000));
  holder.kill();
  await ended;
  expect(both.stop()).toBeGreaterThan(own + 200);
});
