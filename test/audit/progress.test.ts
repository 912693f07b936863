import { Writable } from "node:stream";
import { expect, test } from "@jest/globals";
import { auditProgress } from "../../cli/audit-progress";

/** What an audit of three parts, one each 400 ms, writes to a terminal or elsewhere. */
function written(isTTY: boolean, milliseconds = 400): string {
  const texts: string[] = [];
  const sink = new Writable({ write: (chunk, _encoding, done) => (texts.push(String(chunk)), done()) });
  let time = 0;
  const progress = auditProgress(Object.assign(sink, { isTTY }) as unknown as NodeJS.WriteStream, () => time);
  for (const done of [0, 1, 2]) {
    progress.show("claims", done, 3);
    time += milliseconds;
  }
  progress.end();
  return texts.join("");
}

test("an audit that takes a while says on a terminal what it is at, in one line that is gone at the end", () => {
  expect(written(true)).toBe("auditing claims: 2 of 3\r\u001b[K");
});

test("an audit that is over at once shows nothing, nor does one whose output goes elsewhere", () => {
  expect(written(true, 10)).toBe("");
  expect(written(false)).toBe("");
});
