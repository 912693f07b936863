import { fakeAws } from "../delivery/fake-aws";

export type Answer = Readonly<Record<string, unknown>> | { readonly __type: string };

export interface FakeOrganizations {
  readonly environment: Readonly<Record<string, string>>;
  /** Operations in the order they came. */
  readonly operations: readonly string[];
  close(): void;
}

/** An Organizations endpoint that answers as the test says; an answer with `__type` is an error. */
export async function fakeOrganizations(
  answer: (operation: string, input: Readonly<Record<string, string>>) => Answer,
): Promise<FakeOrganizations> {
  const operations: string[] = [];
  const { environment, close } = await fakeAws(({ target, body }) => {
    const operation = target.split(".")[1] ?? "";
    operations.push(operation);
    const answered = answer(operation, JSON.parse(body));
    return { status: "__type" in answered ? 400 : 200, body: JSON.stringify(answered) };
  });
  return { environment, operations, close };
}
