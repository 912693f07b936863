import { expect, test } from "@jest/globals";
import { signed } from "../../live/signed-call";

/** The suite of examples that AWS gives out with Signature Version 4: `post-vanilla`. */
const credentials = { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY" };
const example = {
  headers: { host: "example.amazonaws.com" },
  body: "",
  region: "us-east-1",
  service: "service",
  now: new Date("2015-08-30T12:36:00Z"),
};

test("a request is signed as AWS's examples are", async () => {
  expect((await signed({ ...example, credentials }))["authorization"]).toBe(
    "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, " +
      "Signature=5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b",
  );
});

test("another secret signs otherwise, and a session's token is signed too", async () => {
  const session = await signed({ ...example, credentials: { ...credentials, sessionToken: "token" } });
  expect(session["authorization"]).toContain("SignedHeaders=host;x-amz-date;x-amz-security-token");
  const other = await signed({ ...example, credentials: { ...credentials, secretAccessKey: "other" } });
  expect(other["authorization"]).not.toBe((await signed({ ...example, credentials }))["authorization"]);
});
