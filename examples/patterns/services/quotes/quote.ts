/** What is to be sent. */
export interface Parcel {
  readonly quoteId: string;
  readonly grams: number;
}

/** What a carrier asks for it. */
export interface Offer {
  readonly cents: number;
}

export interface Quote {
  readonly quoteId: string;
  readonly complete: boolean;
  readonly offers: readonly { readonly carrier: string; readonly cents: number }[];
  readonly missing: readonly string[];
}

/** A carrier's tariff: so much a parcel, and so much a kilogram or part of it. */
export function tariff(basicCents: number, centsAKilogram: number): (parcel: Parcel) => Offer {
  return ({ grams }) => ({ cents: basicCents + Math.ceil(grams / 1000) * centsAKilogram });
}
