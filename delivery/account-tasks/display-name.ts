import { AccountClient, PutAccountNameCommand } from "@aws-sdk/client-account";
import type { LandingZone } from "../../declaration/model";
import { clientSettings } from "../../live/aws-client";
import type { ListedAccount } from "../../live/list-accounts";
import type { Step } from "../steps/step";
import type { Caller } from "../../live/sts";

/**
 * Gives accounts the display names their files say, one way for all: the management account is no resource of the `org` stack. It
 * keeps the name its owner gave it, unless its file says another.
 * @param caller credentials of `landfall-org`
 * @param live the accounts as they were listed a moment ago
 */
export function displayNameSteps(zone: LandingZone, live: readonly ListedAccount[], caller: Caller): readonly Step[] {
  const management = zone.foundation.management.name;
  return zone.accounts.flatMap(({ name, displayName }): Step[] => {
    const key = `account/${name}` as const;
    const id = zone.ids.has(key) ? zone.ids.get(key) : undefined;
    const shown = live.find((account) => account.id === id)?.name;
    const isOwnersChoice = name === management && displayName === name;
    if (id === undefined || shown === undefined || isOwnersChoice) return [];
    return [
      {
        id: `display-name:${name}`,
        title: `rename the account ${shown} to ${displayName}`,
        isDone: () => Promise.resolve(shown === displayName),
        // The management account must not name itself: Account Management API Reference, PutAccountName, AccountId.
        perform: () => putName(caller, displayName, name === management ? undefined : id),
      },
    ];
  });
}

async function putName({ region, environment }: Caller, name: string, accountId: string | undefined): Promise<void> {
  const account = new AccountClient(clientSettings(region, environment));
  try {
    await account.send(
      new PutAccountNameCommand({ AccountName: name, ...(accountId === undefined ? {} : { AccountId: accountId }) }),
    );
  } finally {
    account.destroy();
  }
}
