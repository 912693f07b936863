import { describe, expect, test } from "@jest/globals";
import { errorsIn, initialProgress, readLine } from "../../delivery/terraform-output";

describe("progress from Terraform's lines", () => {
  test("counts resources against the plan", () => {
    const lines = [
      "Initializing the backend...",
      "Plan: 2 to add, 1 to change, 0 to destroy.",
      "aws_vpc.spoke (spoke): Creating...",
      "aws_vpc.spoke (spoke): Creation complete after 2s [id=vpc-1]",
      "aws_iam_role.x (x): Modifications complete after 0s [id=x]",
    ];
    expect(lines.reduce(readLine, initialProgress)).toEqual({
      phase: "applying",
      done: 2,
      total: 3,
      counts: undefined,
    });
  });

  test("reads the counts of the last line, imports or not", () => {
    const counts = { added: 3, changed: 0, destroyed: 1 };
    for (const line of [
      "Apply complete! Resources: 3 added, 0 changed, 1 destroyed.",
      "Apply complete! Resources: 2 imported, 3 added, 0 changed, 1 destroyed.",
    ]) {
      expect(readLine(initialProgress, line)).toMatchObject({ phase: "applied", counts });
    }
  });

  test("is planning once Terraform is initialised", () => {
    expect(readLine(initialProgress, "Terraform has been successfully initialized!").phase).toBe("planning");
  });
});

describe("errors in Terraform's output", () => {
  test("are each whole, without warnings and without cdktf's own lines", () => {
    const output = [
      "Warning: Provider development overrides are in effect",
      "which is fine",
      "Error: creating S3 Bucket (x): BucketAlreadyExists",
      "",
      "  with aws_s3_bucket.x (x),",
      "",
      "Error: another one",
      "with a second line",
      "",
      "0 Stacks deploying     1 Stack done     0 Stacks waiting",
      "Invoking Terraform CLI failed with exit code 1",
    ];
    expect(errorsIn(output)).toEqual([
      "Error: creating S3 Bucket (x): BucketAlreadyExists\n  with aws_s3_bucket.x (x),",
      "Error: another one\nwith a second line",
    ]);
  });

  test("are the last lines when Terraform never started", () => {
    expect(errorsIn(["", "spawn terraform ENOENT", ""])).toEqual(["spawn terraform ENOENT"]);
  });
});
