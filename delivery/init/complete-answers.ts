import { UserError } from "../../declaration/user-error";
import { type Answers, type Question, questions } from "./answers";

/** Answers given so far, by options for example. */
export type GivenAnswers = { readonly [Name in keyof Answers]?: string | undefined };

/** Asks somebody. @param usual what an empty answer means */
export type Ask = (question: Question, usual: string | undefined) => Promise<string>;

/**
 * The answers given, and those still missing: asked for where somebody is there, else the usual ones.
 * @throws UserError with everything that is wrong or missing
 */
export async function completeAnswers(given: GivenAnswers, ask: Ask | undefined): Promise<Answers> {
  const known: { -readonly [Name in keyof Answers]?: string } = {};
  const faults: string[] = [];
  const answer = async (name: keyof Answers): Promise<string> => {
    const question = questions[name];
    const usual = question.usual?.(known);
    const value = given[name] ?? (ask ? await ask(question, usual) : usual) ?? "";
    // Without what its usual answer derives from, that one is what is missing.
    if (value === "" && question.usual === undefined) faults.push(`${question.flag} is missing`);
    const fault = value === "" ? undefined : question.fault(value);
    if (fault !== undefined) faults.push(`${question.flag} ${fault}`);
    known[name] = value;
    return value;
  };
  const answers: Answers = {
    organization: await answer("organization"),
    emailPattern: await answer("emailPattern"),
    region: await answer("region"),
    serviceSuffix: await answer("serviceSuffix"),
    github: await answer("github"),
  };
  if (faults.length === 0) return answers;
  throw new UserError(faults.join("\n"), "Give these options, or run it on a terminal to be asked.");
}
