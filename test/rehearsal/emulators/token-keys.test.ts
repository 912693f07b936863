import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { pythonEnvironment } from "../../../rehearsal/emulators/python-environment";

const refused = {
  "token of another pool": 401,
  "token of a pool that is not there": 401,
  "token without its signature": 401,
};

describe("the authorizer of an HTTP API in the local AWS", () => {
  const state = mkdtempSync(join(tmpdir(), "token-keys-"));
  let python: string;
  beforeAll(async () => {
    python = (await pythonEnvironment(resolve(".landfall"))).python;
  }, 300_000);
  afterAll(() => rmSync(state, { recursive: true, force: true }));

  const said = (how: "corrected" | "as-it-is"): unknown => {
    const given = [join(__dirname, "token_keys.py"), resolve("rehearsal/emulators"), how];
    const env = {
      PATH: process.env["PATH"],
      STATE_DIR: state,
      MINISTACK_REGION: "us-east-1",
      MINISTACK_HOST: "127.0.0.1",
      GATEWAY_PORT: "1",
    };
    return JSON.parse(execFileSync(python, given, { encoding: "utf8", env }));
  };

  test("verifies tokens of a user pool by its keys, and has settings of its own kind", () => {
    expect(said("corrected")).toEqual({
      "token of the pool": 200,
      ...refused,
      "an authorizer of tokens has": ["jwtConfiguration"],
      "one that asks a function has": ["authorizerPayloadFormatVersion"],
    });
  }, 120_000);

  test("would refuse all of them without the corrections, so that one which is needed no more is noticed", () => {
    const both = ["authorizerPayloadFormatVersion", "jwtConfiguration"];
    expect(said("as-it-is")).toEqual({
      "token of the pool": 401,
      ...refused,
      "an authorizer of tokens has": both,
      "one that asks a function has": both,
    });
  }, 120_000);
});
