import { expect, test } from "@jest/globals";
import { parseState } from "../../../delivery/state/read-state";

const resource = (mode: string, name: string, instances: object[]) => ({ mode, type: "aws_vpc", name, instances });

test("a state tells its managed resources, those that are tainted, its buckets and its outputs", () => {
  const text = JSON.stringify({
    version: 4,
    serial: 7,
    lineage: "a-b",
    outputs: { ids: { value: { root: "r-1" } } },
    resources: [
      resource("managed", "spoke", [{}]),
      resource("managed", "broken", [{ status: "tainted" }]),
      resource("managed", "gone", []),
      resource("data", "looked-up", [{}]),
      { mode: "managed", type: "aws_s3_bucket", name: "state", instances: [{ attributes: { bucket: "acme-state" } }] },
    ],
  });
  expect(parseState(text, "here")).toEqual({
    serial: 7,
    lineage: "a-b",
    addresses: ["aws_vpc.spoke", "aws_vpc.broken", "aws_s3_bucket.state"],
    tainted: ["aws_vpc.broken"],
    buckets: ["acme-state"],
    outputs: { ids: { root: "r-1" } },
  });
});

test("what is no Terraform state is refused by its place", () => {
  expect(() => parseState("<html>", "s3://b/k")).toThrow("s3://b/k is not a Terraform state");
  expect(() => parseState('{"version":3}', "s3://b/k")).toThrow("s3://b/k is not a Terraform state");
});
