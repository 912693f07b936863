import { resourceVariable } from "../../uses/variables";
import { getSecretValue } from "../clients/secrets-manager";
import { fromEnvironment } from "../clients/settings";

/** How long a value is kept: one that was changed is known after that. */
const keptMilliseconds = 60_000;

export function GetSecretValue(secret: string) {
  const SecretId = fromEnvironment(resourceVariable("secret", secret));
  let known: { readonly value: string; readonly until: number } | undefined;
  return {
    /** The value that somebody gave it. @throws Error when it has none */
    read: async (): Promise<string> => {
      if (known === undefined || known.until < Date.now()) {
        known = { value: await getSecretValue(SecretId), until: Date.now() + keptMilliseconds };
      }
      return known.value;
    },
  };
}
