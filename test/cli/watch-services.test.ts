import { describe, expect, test } from "@jest/globals";
import { sourcedRun } from "../../cli/watch-services";

const sourced = { AWS_ENDPOINT_URL: "http://aws.internal", CDKTF_OUTDIR: "/run/cdktf.out", UNSET: undefined };

describe("watching a rehearsal that another terminal keeps", () => {
  test("takes it from the shell's variables", () => {
    expect(sourcedRun("zone", sourced)).toMatchObject({
      zoneDirectory: "zone",
      outDirectory: "/run/cdktf.out",
      environment: { AWS_ENDPOINT_URL: "http://aws.internal" },
    });
  });

  test.each([
    ["AWS itself", { ...sourced, AWS_ENDPOINT_URL: undefined }],
    ["another endpoint", { ...sourced, AWS_ENDPOINT_URL: "https://lambda.eu-west-1.amazonaws.com" }],
    ["no rehearsal's directory", { ...sourced, CDKTF_OUTDIR: undefined }],
  ])("is refused in a shell that is on %s: what is watched is changed without asking", (_where, environment) => {
    expect(() => sourcedRun("zone", environment)).toThrow(/works on a kept rehearsal/);
  });
});
