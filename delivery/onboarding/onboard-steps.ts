import { existsSync } from "node:fs";
import { join } from "node:path";
import { readRanges } from "../../declaration/lock-file";
import { recordAddresses } from "../../declaration/record-addresses";
import { writeText } from "../../declaration/source/write-text";
import type { Step } from "../steps/step";
import type { Onboarding } from "./plan-onboarding";

/** What onboarding writes, in an order that leaves a zone that validates after every step. */
export function onboardSteps(directory: string, { account, file, text }: Onboarding): readonly Step[] {
  const path = join(directory, file);
  const allocate: Step = {
    id: "allocate-range",
    title: `allocate the range of ${account.name}`,
    isDone: () => Promise.resolve(Object.hasOwn(readRanges(directory), account.name)),
    perform: () => {
      recordAddresses(directory);
      return Promise.resolve();
    },
  };
  return [
    {
      id: "write-account-file",
      title: `write ${file}`,
      isDone: () => Promise.resolve(existsSync(path)),
      perform: () => {
        writeText(path, text);
        return Promise.resolve();
      },
    },
    ...(account.network ? [allocate] : []),
  ];
}
