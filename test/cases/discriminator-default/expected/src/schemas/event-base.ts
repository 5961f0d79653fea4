/** What all kinds of `Event` have in common. */
export interface EventBase {
  type?: string;
  at?: string;
}
