import { type OperationHandle, problem } from "../../../../../workloads/runtime";
import type { transactionalOutbox } from "../service";
import type { Signup } from "../signup";

interface Parts {
  readonly path: { readonly signupId: string };
}

export const getGreetings: OperationHandle<typeof transactionalOutbox, "getGreetings", Parts> = async (
  { path },
  { tables },
) => {
  const signupId = path.signupId.toLowerCase();
  const signup = await tables.signups.get<Signup>({ Key: { signupId }, ConsistentRead: true });
  if (signup === undefined) return problem(404, `Nobody signed up as ${signupId}`);
  return { status: 200, body: { signupId, name: signup.name, greetings: signup.greetings ?? 0 } };
};
