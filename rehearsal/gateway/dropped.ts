/** In place of an answer: the connection is closed and the client never learns what became of its request. */
export const dropped = "dropped";
export type Dropped = typeof dropped;
