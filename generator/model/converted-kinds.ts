/** What a shape has in it, in any of its parts. */
import type { ConvertedKinds, ValueShape } from "./value-shape.js";

/** Whether a value of that shape may have integers of 64 bits, or dates. */
export function convertedKinds(shape: ValueShape): ConvertedKinds {
  switch (shape.kind) {
    case "here":
      if (shape.type === "Date" || shape.type === "other") return { int64: null, dates: shape.type === "Date" };
      return { int64: shape.type === "bigint" ? "bigint" : "string", dates: false };
    case "anyText":
      return { int64: null, dates: false };
    case "schema":
      return shape;
    case "all":
      return joined(shape.shapes);
    case "list":
      return joined([...shape.first, shape.rest]);
    case "object":
      return joined([...shape.members.map((member) => member.shape), shape.rest]);
    case "by":
      return joined([...shape.variants.map((variant) => variant.shape), shape.rest]);
  }
}

function joined(shapes: readonly (ValueShape | null)[]): ConvertedKinds {
  const kinds = shapes.flatMap((shape) => (shape === null ? [] : [convertedKinds(shape)]));
  return {
    int64: kinds.map(({ int64 }) => int64).find((type) => type !== null) ?? null,
    dates: kinds.some(({ dates }) => dates),
  };
}
