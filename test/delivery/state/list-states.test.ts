import { afterEach, expect, test } from "@jest/globals";
import { listStates } from "../../../delivery/state/list-states";
import { type FakeAnswer, type FakeAws, fakeAws } from "../fake-aws";

let aws: FakeAws | undefined;
afterEach(() => aws?.close());

const error = (status: number, code: string): FakeAnswer => ({
  status,
  body: `<Error><Code>${code}</Code><Message>no</Message></Error>`,
});
const page = (key: string, next?: string): FakeAnswer => ({
  body:
    `<ListBucketResult><IsTruncated>${next !== undefined}</IsTruncated>` +
    `${next === undefined ? "" : `<NextContinuationToken>${next}</NextContinuationToken>`}` +
    `<Contents><Key>${key}</Key></Contents><Contents><Key>${key}.tflock</Key></Contents></ListBucketResult>`,
});

async function list(answer: (url: string) => FakeAnswer): Promise<readonly string[] | undefined> {
  aws = await fakeAws(({ url }) => answer(url));
  return listStates("states", { region: "eu-west-1", environment: aws.environment });
}

test("every page's states are listed, and no lock files", async () => {
  const keys = await list((url) =>
    url.includes("continuation-token") ? page("platform/logs.tfstate") : page("org/org.tfstate", "more"),
  );
  expect(keys).toEqual(["org/org.tfstate", "platform/logs.tfstate"]);
});

test("no bucket is no states, and a closed one is a mistake of the user's", async () => {
  expect(await list(() => error(404, "NoSuchBucket"))).toBeUndefined();
  aws?.close();
  await expect(list(() => error(403, "AccessDenied"))).rejects.toThrow("the states in s3://states cannot be listed");
});
