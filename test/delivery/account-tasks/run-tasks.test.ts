import { GetRoleCommand, IAMClient } from "@aws-sdk/client-iam";
import { afterEach, describe, expect, test } from "@jest/globals";
import { runTasks } from "../../../delivery/account-tasks/run-tasks";
import { clientSettings } from "../../../live/aws-client";
import type { Step } from "../../../delivery/steps/step";
import { type FakeAws, fakeAws } from "../fake-aws";

let aws: FakeAws | undefined;
afterEach(() => aws?.close());

const step = (title: string, perform: () => Promise<void>): Step => ({
  id: title,
  title,
  isDone: () => Promise.resolve(false),
  perform,
});
const fine = step("fine", () => Promise.resolve());

describe("tasks after Terraform", () => {
  test("that AWS refuses are left with what it said, and stop no other", async () => {
    const body =
      "<ErrorResponse><Error><Code>AccessDenied</Code><Message>explicit deny</Message></Error></ErrorResponse>";
    aws = await fakeAws(() => ({ status: 403, body }));
    const iam = new IAMClient(clientSettings("eu-central-1", aws.environment));
    const refused = step("refused", async () => {
      await iam.send(new GetRoleCommand({ RoleName: "landfall-platform" }));
    });
    expect(await runTasks([refused, fine])).toEqual([
      { title: "refused", status: "left", reason: "AWS says AccessDenied: explicit deny" },
      { title: "fine", status: "performed" },
    ]);
  });

  test("that are wrong themselves are thrown", async () => {
    const bug = step("bug", () => Promise.reject(new TypeError("not a function")));
    await expect(runTasks([bug, fine])).rejects.toThrow(TypeError);
  });
});
