import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "@jest/globals";
import { loggedIds } from "../../../delivery/recovery/logged-ids";

test("ids are read from the last two logs, as Terraform and as cdktf print them", () => {
  const directory = mkdtempSync(join(tmpdir(), "landfall-log-"));
  writeFileSync(
    join(directory, "network.previous.log"),
    "aws_vpc.egress: Creation complete after 1s [id=vpc-1]\naws_sqs_queue.q: Creation complete after 0s [id=old]\n",
  );
  writeFileSync(
    join(directory, "network.log"),
    "  aws_sqs_queue.q (aws_sqs_queue.q): Creation complete after 1m2s [id=https://sqs/1/q]\naws_vpc.other: Creating...\n",
  );
  expect([...loggedIds(join(directory, "network.log"))]).toEqual([
    ["aws_vpc.egress", "vpc-1"],
    ["aws_sqs_queue.q", "https://sqs/1/q"],
  ]);
  expect(loggedIds(join(directory, "shop.log")).size).toBe(0);
});
