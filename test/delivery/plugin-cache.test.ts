import { expect, test } from "@jest/globals";
import { pluginCache } from "../../delivery/plugin-cache";
import { initialProgress } from "../../delivery/terraform-output";

async function isWaiting(turn: Promise<void>): Promise<boolean> {
  return Promise.race([turn.then(() => false), new Promise<boolean>((done) => setImmediate(() => done(true)))]);
}

test("the first stack initialises alone, the others follow when it has the provider", async () => {
  const cache = pluginCache({});
  expect(await isWaiting(cache.turn())).toBe(false);
  const second = cache.turn();
  cache.observe({ ...initialProgress, phase: "initialising" });
  expect(await isWaiting(second)).toBe(true);
  cache.observe({ ...initialProgress, phase: "planning" });
  expect(await isWaiting(second)).toBe(false);
});

test("a first stack that fails holds nobody up", async () => {
  const cache = pluginCache({});
  await cache.turn();
  cache.observe("ended");
  expect(await isWaiting(cache.turn())).toBe(false);
});

test("nobody waits without a shared cache", async () => {
  const cache = pluginCache({ CDKTF_DISABLE_PLUGIN_CACHE_ENV: "1" });
  await cache.turn();
  expect(await isWaiting(cache.turn())).toBe(false);
});
