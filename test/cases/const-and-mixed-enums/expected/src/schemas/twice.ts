export type Twice = "a" | "b";
