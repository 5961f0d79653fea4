/** What all kinds of `Shape` have in common. */
export interface ShapeBase {
  form: "circle" | "square" | "hexagon";
}
