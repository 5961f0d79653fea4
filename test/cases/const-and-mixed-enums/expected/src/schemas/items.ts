export type Items = ("a" | "b")[];
