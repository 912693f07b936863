import { gathered, type Replied, type TaskHandle } from "../../../../../workloads/runtime";
import type { Offer, Parcel, Quote } from "../quote";
import type { quotes } from "../service";

type Given = Parcel & { readonly replies: readonly Replied<Offer>[] };

/** One answer of all that came, which says who did not. */
export const gatherOffers: TaskHandle<typeof quotes, "gatherOffers", Given> = async (
  { quoteId, replies },
  { tables },
) => {
  const { answers, missing, complete } = gathered(replies);
  const offers = answers.map(({ from, answer }) => ({ carrier: from, cents: answer.cents }));
  const Item: Quote = {
    quoteId,
    complete,
    offers: offers.sort((one, other) => one.cents - other.cents),
    missing: missing.map(({ from }) => from),
  };
  await tables.quotes.put({ Item: { ...Item } });
};
