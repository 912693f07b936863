import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { Browser, Page } from "playwright-core";
import { asHtml } from "../../audit/html/html";
import type { AuditReport } from "../../audit/report/report";
import { launchChromium } from "./chromium/launch";
import { sampleReport } from "./sample-report";

const directory = mkdtempSync(join(tmpdir(), "landfall-audit-"));
let browser: Browser | undefined;

beforeAll(async () => {
  browser = await launchChromium();
}, 360_000);

afterAll(async () => {
  await browser?.close();
  rmSync(directory, { recursive: true });
});

/** The report in a page, which may ask no network for anything. */
async function opened(
  report: AuditReport,
  html = asHtml(report),
): Promise<{ page: Page; requested: string[]; errors: string[] }> {
  if (browser === undefined) throw new Error("no browser");
  const file = join(directory, `${Math.random()}.html`);
  writeFileSync(file, html);
  const page = await browser.newPage({ viewport: { width: 1200, height: 800 } });
  const requested: string[] = [];
  const errors: string[] = [];
  page.on("request", (request) => requested.push(request.url()));
  page.on("pageerror", (error) => errors.push(error.message));
  page.on("console", (message) => void (message.type() === "error" && errors.push(message.text())));
  await page.goto(pathToFileURL(file).href);
  return { page, requested, errors };
}

const rowNames = (page: Page): Promise<string[]> => page.locator("#grid .name").allTextContents();
const columnNames = (page: Page): Promise<string[]> => page.locator("#grid .heading").allTextContents();
const activeCell = (page: Page): Promise<string | null> => page.locator("#grid .active").getAttribute("aria-label");

describe("the report in a browser", () => {
  test("says the verdict first, and loads nothing but itself", async () => {
    const { page, requested, errors } = await opened(sampleReport());
    expect(await page.textContent("#verdict")).toBe("Findings: 1 of 2 claims proved, 1 refuted.");
    expect(await page.locator("header").textContent()).toContain("2026-09-26 (iam-data 0.21.0)");
    expect(requested.filter((url) => !url.startsWith("data:"))).toEqual([page.url()]);
    expect(errors).toEqual([]);
    await page.close();
  });

  test("shows each account's standing in each service", async () => {
    const { page } = await opened(sampleReport());
    expect(await rowNames(page)).toHaveLength(6);
    expect(await columnNames(page)).toEqual(["dynamodb", "ec2", "s3"]);
    const cells = await page
      .locator("#grid .cell")
      .evaluateAll((all) => all.map((cell) => cell.getAttribute("aria-label")));
    expect(cells).toContain("account-0000, ec2: allowed");
    expect(cells).toContain("account-0001, ec2: conditional");
    await page.close();
  });

  test("filters by account, unit, service and action", async () => {
    const { page } = await opened(sampleReport());
    await page.fill("#account", "0003");
    expect(await rowNames(page)).toEqual(["account-0003"]);
    await page.fill("#account", "");
    await page.selectOption("#unit", "workloads");
    expect(await rowNames(page)).toHaveLength(5);
    await page.selectOption("#unit", "workloads/prod");
    expect(await rowNames(page)).toEqual(["account-0002", "account-0004"]);
    await page.fill("#service", "ec2");
    expect(await columnNames(page)).toEqual(["ec2"]);
    await page.fill("#action", "ec2:create*");
    expect(await page.locator("#cell-0-0").getAttribute("aria-label")).toBe("account-0002, ec2: denied");
    expect(await page.textContent("#shown")).toBe("2 of 6 accounts, 1 of 3 services");
    await page.close();
  });

  test("is used by keyboard: / searches, arrows move in the matrix, Enter opens, Escape closes", async () => {
    const { page } = await opened(sampleReport());
    await page.keyboard.press("/");
    expect(await page.evaluate("document.activeElement.id")).toBe("search");
    await page.keyboard.type("s3");
    expect(await columnNames(page)).toEqual(["s3"]);
    await page.fill("#search", "");
    await page.focus("#grid");
    for (const key of ["ArrowDown", "ArrowDown", "ArrowRight", "ArrowRight", "ArrowUp"]) await page.keyboard.press(key);
    expect(await activeCell(page)).toBe("account-0001, s3: conditional");
    expect(await page.getAttribute("#grid", "aria-activedescendant")).toBe("cell-1-2");
    await page.keyboard.press("Enter");
    expect(await page.evaluate("document.activeElement.id")).toBe("detail-close");
    expect(await page.locator("#detail-actions tr").allTextContents()).toEqual([
      "s3:GetObjectallowed",
      "s3:PutObjectonly when aws:ResourceOrgID is o-acme",
    ]);
    expect(await page.textContent("#detail-path")).toContain("bound by no-gateways, our-buckets");
    await page.keyboard.press("Escape");
    expect(await page.locator("#detail").isHidden()).toBe(true);
    expect(await page.evaluate("document.activeElement.id")).toBe("grid");
    await page.keyboard.press("Control+End");
    expect(await activeCell(page)).toBe("account-0005, s3: conditional");
    await page.close();
  });

  test("every field and tab is reached by Tab, and tabs by arrows", async () => {
    const { page } = await opened(sampleReport());
    const reached: unknown[] = [];
    for (let step = 0; step < 8; step++) {
      await page.keyboard.press("Tab");
      reached.push(await page.evaluate("document.activeElement.id"));
    }
    expect(reached).toEqual(["theme", "search", "account", "unit", "service", "action", "tab-matrix", "grid"]);
    await page.focus("#tab-matrix");
    await page.keyboard.press("ArrowRight");
    expect(await page.locator("#panel-claims").isVisible()).toBe(true);
    expect(await page.locator("#claim-list li").first().textContent()).toContain("our-buckets/ours-alone");
    await page.keyboard.press("ArrowRight");
    expect(await page.locator("#finding-list").textContent()).toContain("s3:PutObjekt does not exist");
    expect(await page.locator("#finding-list").textContent()).toContain("zone/policies/our buckets.json:7:9");
    await page.close();
  });

  test("follows the system's light or dark, and can be told otherwise", async () => {
    const { page } = await opened(sampleReport());
    const ground = (): Promise<unknown> => page.evaluate("getComputedStyle(document.body).backgroundColor");
    await page.emulateMedia({ colorScheme: "light" });
    expect(await ground()).toBe("rgb(255, 255, 255)");
    await page.emulateMedia({ colorScheme: "dark" });
    expect(await ground()).toBe("rgb(20, 23, 28)");
    await page.click("#theme");
    expect(await ground()).toBe("rgb(255, 255, 255)");
    await page.close();
  });

  test("draws only what is in view of 1,000 accounts", async () => {
    const { page } = await opened(sampleReport(1000));
    expect((await rowNames(page)).length).toBeLessThan(60);
    await page.focus("#grid");
    await page.keyboard.press("Control+End");
    expect(await rowNames(page)).toContain("account-0999");
    expect((await rowNames(page)).length).toBeLessThan(60);
    await page.fill("#account", "account-0777");
    expect(await rowNames(page)).toEqual(["account-0777"]);
    await page.close();
  });
});

describe("a report whose words are hostile", () => {
  const sentence = `</script><script>window.ran = 1</script><img src=x onerror="window.ran = 2">`;
  const hostile: AuditReport = { ...sampleReport(3, sentence), organization: sentence };
  const shown = async (page: Page): Promise<unknown> => {
    await page.click("#tab-claims");
    await page.waitForTimeout(50);
    return page.evaluate("window.ran");
  };

  test("shows them as text and runs none of them", async () => {
    const { page } = await opened(hostile);
    expect(await shown(page)).toBeUndefined();
    expect(await page.locator("#claim-list").textContent()).toContain(sentence);
    expect(await page.locator("h1").textContent()).toBe(`Audit of ${sentence}`);
    expect(await page.locator("img").count()).toBe(0);
    await page.close();
  });

  test("would run them without escaping and without the page's policy", async () => {
    const open = asHtml(hostile)
      .replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, "")
      .replaceAll("\\u003c", "<");
    const { page } = await opened(hostile, open);
    expect(await page.evaluate("window.ran")).toBeDefined();
    await page.close();
  });

  test("could run nothing even without escaping: the page's policy names the one script that may", async () => {
    const { page, errors } = await opened(hostile, asHtml(hostile).replaceAll("\\u003c", "<"));
    expect(await page.evaluate("window.ran")).toBeUndefined();
    expect(errors.join()).toContain("Content Security Policy");
    await page.close();
  });
});
