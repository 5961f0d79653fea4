/** What all kinds of `Outcome` have in common. */
export interface OutcomeBase {
  ok: boolean;
}
