/** As `openapi.yaml` has them. */
export interface NewNote {
  readonly text: string;
}

export interface Note extends NewNote {
  readonly noteId: string;
  readonly createdAt: string;
}
