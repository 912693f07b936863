/** Environment variable that names the central bus to a function that publishes. */
export const eventBusVariable = "LANDFALL_EVENT_BUS";
