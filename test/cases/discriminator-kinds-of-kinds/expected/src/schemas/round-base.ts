/** What `Round` and its other kinds have in common. */
export interface RoundBase {
  form: string;
  r: number;
}
