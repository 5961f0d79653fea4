export type Text = "only";
