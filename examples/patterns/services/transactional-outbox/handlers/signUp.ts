import { failedConditions, ifAbsent, type OperationHandle, tellBy, transact } from "../../../../../workloads/runtime";
import type { transactionalOutbox } from "../service";
import { signedUp } from "../signup";

interface Parts {
  readonly path: { readonly signupId: string };
  readonly body: { readonly name: string };
}

/** Signup and event are stored together or not at all. */
export const signUp: OperationHandle<typeof transactionalOutbox, "signUp", Parts> = async (
  { path, body },
  { tables },
) => {
  const signupId = path.signupId.toLowerCase();
  const signup = tables.signups.putting({ Item: { signupId, ...body }, ...ifAbsent("signupId") });
  try {
    await transact([signup, ...tellBy(tables.outbox)(signedUp(signupId))]);
  } catch (error) {
    if (!failedConditions(error).includes(0)) throw error;
  }
  return { status: 202 };
};
