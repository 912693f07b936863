import type { TaskHandle } from "../../../../../workloads/runtime";
import { type Offer, type Parcel, tariff } from "../quote";
import type { quotes } from "../service";

const price = tariff(1200, 240);

export const askAir: TaskHandle<typeof quotes, "askAir", Parcel, Offer> = (parcel) => Promise.resolve(price(parcel));
