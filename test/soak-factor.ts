/** How many times as many random cases a test tries in `npm run soak` as in `npm test`, where it is 1. */
export const soakFactor = Number(process.env["LANDFALL_SOAK"] ?? 1);
