import type { AccountRequest } from "../delivery/onboarding/account-request";
import { openQuestions } from "../delivery/onboarding/complete-request";
import { type Choices, faultOf } from "../delivery/onboarding/questions";
import { ask, somebodyIsThere } from "./ask";

/**
 * Asks on a terminal for what is missing; where nobody is there, or nothing is missing without which there is no account, the
 * request is as it was: the same options mean the same everywhere.
 */
export async function askMissing(choices: Choices, request: AccountRequest): Promise<AccountRequest> {
  const open = openQuestions(request);
  if (!somebodyIsThere() || !open.some(({ isRequired }) => isRequired)) return request;
  let answered = request;
  for (const question of open) {
    const names = question.allowed?.(choices) ?? question.examples?.(choices) ?? [];
    if (names.length > 0) console.error(`  ${names.join(", ")}`);
    const fault = (answer: string): string | undefined => faultOf(question, choices, answered, answer);
    const answer = await ask({ asks: question.asks, fault }, question.usual(choices, answered));
    answered = question.take(answered, answer);
  }
  return answered;
}
