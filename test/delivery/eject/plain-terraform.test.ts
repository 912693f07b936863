import { expect, test } from "@jest/globals";
import { plainTerraform } from "../../../delivery/eject/plain-terraform";

test("CDKTF's metadata goes, and what the declaration itself wrote stays", () => {
  const tags = { "//": "a key like any other" };
  const stack = {
    "//": { metadata: { stackName: "org" } },
    terraform: { backend: { s3: { bucket: "states" } } },
    resource: {
      aws_vpc: { spoke: { "//": { metadata: { path: "org/aws_vpc.spoke" } }, cidr_block: "10.0.0.0/20", tags } },
    },
    output: { ids: { value: tags } },
  };
  expect(JSON.parse(plainTerraform(JSON.stringify(stack)))).toEqual({
    terraform: { backend: { s3: { bucket: "states" } } },
    resource: { aws_vpc: { spoke: { cidr_block: "10.0.0.0/20", tags } } },
    output: { ids: { value: tags } },
  });
});
