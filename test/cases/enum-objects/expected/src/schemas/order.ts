export type Order = "asc" | "ASC" | "Asc" | "__proto__" | "constructor" | "класс" | "<=";

/** The values of `Order`, by name. */
export const Order = {
  asc: "asc",
  ASC: "ASC",
  Asc: "Asc",
  Proto: "__proto__",
  Constructor: "constructor",
  Класс: "класс",
  "<=": "<=",
} as const;
