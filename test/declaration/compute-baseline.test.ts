import { expect, test } from "@jest/globals";
import { buildAccount } from "../../accounts/account-stack";
import { computeBaseline } from "../../declaration/compute-baseline";
import { buildStack } from "../fixtures/built-stack";
import { sample } from "../fixtures/zones";

test("what declarative EC2 policies may not contradict is what the baseline of accounts sets", () => {
  const account = buildStack(sample, ({ id }) => id === "audit", buildAccount);
  const words = (value: unknown): string => String(value).replaceAll("-", "_");
  const metadata = account.at("aws_ec2_instance_metadata_defaults.baseline");
  expect(computeBaseline).toEqual({
    image_block_public_access: { state: words(account.at("aws_ec2_image_block_public_access.baseline")["state"]) },
    instance_metadata_defaults: {
      http_tokens: metadata["http_tokens"],
      http_put_response_hop_limit: String(metadata["http_put_response_hop_limit"]),
    },
    snapshot_block_public_access: {
      state: words(account.at("aws_ebs_snapshot_block_public_access.baseline")["state"]),
    },
  });
});
