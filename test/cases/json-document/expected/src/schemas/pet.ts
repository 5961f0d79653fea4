export interface Pet {
  id: number;
  /** @default "7" */
  name?: string | null;
}
