import { join } from "node:path";
import { defineService, scatterGather, stateMachine, table } from "../../../../workloads/service-definition";

/** Asks three carriers at once, and answers with what those ask who were in time. */
export const quotes = defineService({
  name: "quotes",
  contract: join(__dirname, "openapi.yaml"),
  handlers: join(__dirname, "handlers"),
  tables: { quotes: { partitionKey: "quoteId" } },
  operations: {
    askForQuote: { uses: [stateMachine.start("quote")] },
    getQuote: { uses: [table.get("quotes")] },
  },
  tasks: {
    askRail: { uses: [] },
    askRoad: { uses: [] },
    askAir: { uses: [] },
    gatherOffers: { uses: [table.put("quotes")] },
  },
  stateMachines: {
    quote: scatterGather({
      ask: { rail: "askRail", road: "askRoad", air: "askAir" },
      gather: "gatherOffers",
      withinSeconds: 6,
    }),
  },
});
