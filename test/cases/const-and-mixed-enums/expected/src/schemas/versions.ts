export type Versions = "1" | "2.5" | "true";
