import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** What the fake was asked: the operation, its role, and who signed the request. */
export interface StsCall {
  readonly action: string;
  readonly role: string | undefined;
  readonly accessKey: string | undefined;
}

export interface FakeSts {
  readonly environment: Readonly<Record<string, string>>;
  readonly calls: StsCall[];
  close(): void;
}

/** An STS endpoint that says the caller is `arn`, and answers AssumeRole with a key named after the role. */
export async function fakeSts(arn: string, refuse: (role: string) => boolean = () => false): Promise<FakeSts> {
  const calls: StsCall[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.setEncoding("utf8").on("data", (text: string) => (body += text));
    request.on("end", () => {
      const form = new URLSearchParams(body);
      const action = form.get("Action") ?? "";
      const role = form.get("RoleArn") ?? undefined;
      const accessKey = /Credential=([^/]+)/.exec(request.headers.authorization ?? "")?.[1];
      calls.push({ action, role, accessKey });
      const refused = role !== undefined && refuse(role);
      response.writeHead(refused ? 403 : 200, { "content-type": "text/xml" });
      response.end(refused ? denial : answer(action, role, arn));
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address() as AddressInfo;
  const environment = {
    AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
    AWS_ACCESS_KEY_ID: "operator",
    AWS_SECRET_ACCESS_KEY: "secret",
  };
  return { environment, calls, close: () => server.close() };
}

const denial = "<ErrorResponse><Error><Code>AccessDenied</Code><Message>no trust</Message></Error></ErrorResponse>";

function answer(action: string, role: string | undefined, arn: string): string {
  const account = arn.split(":")[4] ?? "";
  const key = role?.split(":")[4] + (role?.split("/").pop() ?? "");
  const result =
    action === "GetCallerIdentity"
      ? `<Arn>${arn}</Arn><UserId>x</UserId><Account>${account}</Account>`
      : `<Credentials><AccessKeyId>${key}</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken><Expiration>2030-01-01T00:00:00Z</Expiration></Credentials>`;
  return `<${action}Response xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><${action}Result>${result}</${action}Result></${action}Response>`;
}
