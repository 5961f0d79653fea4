import type { ShapeBase } from "./shape-base.js";

export type Circle = ShapeBase & {
  r: number;
  form: "circle";
};
