import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { source as axeSource } from "axe-core";
import type { Browser, Page } from "playwright-core";
import type { LandingZone } from "../../../declaration/model";
import { launchChromium } from "../../audit/chromium/launch";
import { pageOf, sample, zoneOf } from "./zones";

const directory = mkdtempSync(join(tmpdir(), "landfall-map-"));
const pages = new Map<string, string>();
let browser: Browser | undefined;

/** Words that would run, were they markup. */
const words = `"><img src=x onerror="window.ran=1"></script><script>window.ran=2</script>`;
const hostile: LandingZone = {
  ...sample,
  organization: { ...sample.organization, name: words },
  accounts: sample.accounts.map((account) => ({ ...account, owner: words, tags: { [words]: words } })),
};

beforeAll(async () => {
  browser = await launchChromium();
  for (const [name, zone] of [
    ["small", sample],
    ["large", zoneOf(300)],
    ["hostile", hostile],
  ] as const) {
    const file = join(directory, `${name}.html`);
    writeFileSync(file, await pageOf(zone));
    pages.set(name, pathToFileURL(file).href);
  }
}, 360_000);

afterAll(async () => {
  await browser?.close();
  rmSync(directory, { recursive: true });
});

interface Opened {
  readonly page: Page;
  readonly requested: readonly string[];
  readonly errors: readonly string[];
}

async function opened(name: string): Promise<Opened> {
  if (browser === undefined) throw new Error("no browser");
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const requested: string[] = [];
  const errors: string[] = [];
  page.on("request", (request) => requested.push(request.url()));
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => void (message.type() === "error" && errors.push(message.text())));
  await page.goto(pages.get(name) ?? "");
  return { page, requested, errors };
}

const cards = (page: Page): Promise<number> => page.locator("#panel-organization .card:visible").count();

/** Rules of axe-core that the page breaks. Evaluated by the debugger's protocol, which the page's policy does not bind. */
async function broken(page: Page): Promise<unknown> {
  await page.evaluate(axeSource);
  return page.evaluate(
    "axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${nodes[0].html}`))",
  );
}

describe.each([
  ["small", sample.accounts.length],
  ["large", 300],
])("the %s map", (name, accounts) => {
  test("is there within 1.5 s of the browser's work, asks for nothing, and writes no error", async () => {
    const { page, requested, errors } = await opened(name);
    expect(await page.textContent("#shown")).toBe(`${accounts} of ${accounts} accounts`);
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Performance.enable");
    await page.reload();
    const { metrics } = await cdp.send("Performance.getMetrics");
    // Time the page's thread was at work: what a machine that is free takes, whatever else this one does.
    expect(metrics.find((metric) => metric.name === "TaskDuration")?.value).toBeLessThan(1.5);
    expect(requested.filter((url) => !url.startsWith("data:") && url !== page.url())).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  test("is searched, filtered, collapsed and expanded", async () => {
    const { page } = await opened(name);
    await page.fill("#search", "payments-prod");
    const found = await cards(page);
    expect(found).toBeGreaterThan(0);
    expect(await page.textContent("#shown")).toBe(`${found} of ${accounts} accounts`);
    await page.fill("#search", "");
    await page.selectOption("#unit", "security");
    expect(await cards(page)).toBe(
      sample.accounts.filter(({ organizationalUnit }) => organizationalUnit === "security").length,
    );
    await page.selectOption("#unit", "");
    await page.click("#collapse");
    expect(await cards(page)).toBe(
      sample.accounts.filter(({ organizationalUnit }) => organizationalUnit === "root").length,
    );
    await page.click("#expand");
    expect(await cards(page)).toBe(accounts);
    await page.close();
  });

  test("answers who reaches whom, by the keyboard alone", async () => {
    const { page, errors } = await opened(name);
    await page.focus("#tab-organization");
    await page.keyboard.press("ArrowRight");
    expect(await page.evaluate("document.activeElement.id")).toBe("tab-network");
    await page.keyboard.press("Tab");
    expect(await page.evaluate("document.activeElement.id")).toBe("reach-from");
    await page.keyboard.type("orders-dev");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.type("shared-services");
    expect(await page.textContent("#reach-answer")).toBe(
      "Yes: orders-dev → shared-services on tcp 443, as far as the network decides",
    );
    expect(await page.locator("#reach-hops tr").first().textContent()).toBe(
      "thereorders-devroute table private10.0.0.0/12hub",
    );
    await page.fill("#reach-to", "orders-prod");
    expect(await page.textContent("#reach-answer")).toBe(
      "No: orders-dev → orders-prod on tcp 443. blackhole 10.0.0.0/12 in hub table nonprod",
    );
    expect(errors).toEqual([]);
    await page.close();
  });

  test("answers for two networks that are clicked", async () => {
    const { page } = await opened(name);
    await page.click("#tab-network");
    await page.click("#expand");
    await page.click('.card[data-place="shared-services"]');
    await page.click('.card[data-place="orders-prod"]');
    expect(await page.textContent("#reach-answer")).toContain("Yes: shared-services → orders-prod");
    expect(await page.locator('.card[aria-pressed="true"]').count()).toBe(2);
    await page.close();
  });

  test("opens an account by Enter, moves among them by arrows, and closes by Escape", async () => {
    const { page } = await opened(name);
    await page.click("#expand");
    await page.focus("#panel-organization .card");
    const first = await page.evaluate("document.activeElement.dataset.account");
    await page.keyboard.press("ArrowRight");
    const second = await page.evaluate("document.activeElement.dataset.account");
    expect(second).not.toBe(first);
    await page.keyboard.press("Enter");
    expect(await page.textContent("#detail-title")).toBe(second);
    expect(await page.evaluate("document.activeElement.id")).toBe("detail-close");
    await page.keyboard.press("Escape");
    expect(await page.evaluate("document.activeElement.dataset.account")).toBe(second);
    await page.close();
  });

  test("breaks no rule of axe-core, light or dark", async () => {
    const { page } = await opened(name);
    const found: unknown[] = [];
    // The large one differs in nothing but how many there are.
    const tabs = ["organization", "network", ...(name === "small" ? ["services", "logs", "changes"] : [])];
    for (const tab of tabs) {
      await page.click(`#tab-${tab}`);
      await page.emulateMedia({ colorScheme: tab === "network" ? "dark" : "light" });
      found.push(await broken(page));
    }
    expect(found).toEqual(tabs.map(() => []));
    await page.close();
  }, 240_000);
});

test("words of a zone are text on its map", async () => {
  const { page, errors } = await opened("hostile");
  expect(await page.locator("h1").textContent()).toBe(`Map of ${words}`);
  await page.locator("#panel-organization .card").first().click();
  expect(await page.locator("#detail-facts").textContent()).toContain(words);
  expect(await page.locator("img").count()).toBe(0);
  expect(await page.evaluate("window.ran")).toBeUndefined();
  expect(errors).toEqual([]);
  await page.close();
});
