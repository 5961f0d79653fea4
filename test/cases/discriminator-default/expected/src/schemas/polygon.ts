import type { ShapeBase } from "./shape-base.js";

export type Polygon = ShapeBase & {
  sides: number;
  form: "square" | "hexagon";
};
