import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import type { Browser } from "playwright-core";
import { launchChromium } from "../audit/chromium/launch";
import { root } from "../docs/page";

/** `npm run site` with its generator, and what a reader's browser makes of it. */
const dist = join(root, ".landfall/site/dist");
const types: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".css": "text/css",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
};

let server: Server;
let browser: Browser;
let origin: string;

beforeAll(async () => {
  execFileSync("npm", ["run", "site"], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
  server = createServer(({ url = "/" }, answer) => {
    const path = new URL(url, "http://localhost").pathname.replace(/\/$/, "/index.html");
    const file = join(dist, decodeURIComponent(path));
    if (!existsSync(file)) return answer.writeHead(404).end();
    return answer
      .writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" })
      .end(readFileSync(file));
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  browser = await launchChromium();
}, 1_200_000);
afterAll(async () => {
  await browser.close();
  server.close();
});

interface Violation {
  readonly id: string;
  readonly impact: string;
  readonly nodes: readonly { readonly html: string }[];
}

const axe = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");

test.each([
  ["/", "light", 1],
  ["/patterns/saga.html", "dark", 1],
  ["/tutorials/first-audit.html", "light", 0],
  ["/reference/commands.html", "dark", 0],
] as const)(
  "%s in %s has %d pictures, no error, nothing from elsewhere and no serious violation",
  async (path, colorScheme, pictures) => {
    const context = await browser.newContext({ colorScheme, viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    const wrong: string[] = [];
    page.on("console", (message) => void (message.type() === "error" && wrong.push(message.text())));
    page.on("pageerror", (error) => void wrong.push(error.message));
    page.on("response", (response) => void (response.status() >= 400 && wrong.push(response.url())));
    page.on("request", (request) => void (/^(data:|http:\/\/127)/.test(request.url()) || wrong.push(request.url())));
    await page.goto(`${origin}${path}`, { waitUntil: "networkidle" });
    if (pictures > 0) await page.waitForSelector(".mermaid-figure svg");
    expect(await page.locator(".mermaid-figure svg").count()).toBe(pictures);
    await page.evaluate(axe);
    const violations = (await page.evaluate("axe.run().then((found) => found.violations)")) as readonly Violation[];
    const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ""}`)).toEqual([]);
    expect(wrong).toEqual([]);
    await context.close();
  },
  120_000,
);

test("its search finds the how-to", async () => {
  const page = await browser.newPage();
  await page.goto(`${origin}/`, { waitUntil: "networkidle" });
  await page.keyboard.press("Control+k");
  await page.locator("#localsearch-input").fill("quarantine");
  await page.waitForSelector("#localsearch-list .result");
  expect(await page.locator("#localsearch-list .result").allInnerTexts()).toContainEqual(
    expect.stringContaining("quarantine"),
  );
  await page.close();
}, 120_000);

test("the pictures that landfall map writes for a pull request are drawn by Mermaid itself", async () => {
  const file = join(mkdtempSync(join(tmpdir(), "landfall-map-")), "zone.md");
  execFileSync(process.execPath, [join(root, "landfall.mjs"), "map", "-o", file], { cwd: root, stdio: "ignore" });
  const pictures = [...readFileSync(file, "utf8").matchAll(/```mermaid\n(.*?)```/gs)].map(([, text = ""]) => text);
  expect(pictures).toHaveLength(4);
  const page = await browser.newPage();
  await page.addScriptTag({ path: join(root, ".landfall/site/node_modules/mermaid/dist/mermaid.min.js") });
  for (const [at, text] of pictures.entries()) {
    const drawing = await page.evaluate(`mermaid.render("picture${String(at)}", ${JSON.stringify(text)})`);
    expect(drawing).toEqual(expect.objectContaining({ svg: expect.stringContaining('class="node') }));
  }
  await page.close();
}, 120_000);
