import { byHand, type Check, ok } from "../check";

/** A certificate is validated by a record in the account's zone, which the world finds only through the parent's name servers. */
export const delegation: Check = {
  id: "delegation",
  asksAws: false,
  look: ({ zone }) =>
    Promise.resolve([
      zone.accounts.every(({ service }) => service === undefined)
        ? ok("no account declares a service")
        : byHand(
            `nothing here can tell whether ${zone.dns.serviceSuffix} is delegated`,
            `After \`landfall deploy network\`: write the name servers of the hosted zone ${zone.dns.serviceSuffix}, in the account ` +
              `${zone.foundation.network.name}, into its parent domain. Certificates wait for it.`,
          ),
    ]),
};
