import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { breakSchemaCircles } from "../../generator/document/break-schema-circles.js";
import type { NormalSchema } from "../../generator/document/normal-document.js";

/** Component schemas by the numbers of those that each is made of. */
function schemasOf(parts: readonly (readonly number[])[]): readonly NormalSchema[] {
  return parts.map((others, index) => ({
    name: String(index),
    schema: { allOf: others.map((other) => ({ $ref: `#/components/schemas/${other}` })) },
    origin: { uri: "", pointer: `/components/schemas/${index}` },
    inferredFrom: null,
  }));
}

function broken(parts: readonly (readonly number[])[]): readonly number[] {
  const schemas = breakSchemaCircles(schemasOf(parts), collectDiagnostics());
  return schemas.flatMap(({ schema }, index) => (Object.keys(schema).length === 0 ? [index] : []));
}

/** Those from which a walk leads back. */
function inCircles(parts: readonly (readonly number[])[]): readonly number[] {
  return parts.flatMap((_, start) => {
    const seen = new Set(parts[start]);
    for (const index of seen) for (const next of parts[index] ?? []) seen.add(next);
    return seen.has(start) ? [start] : [];
  });
}

describe("schemas that are made of themselves", () => {
  it("are those whose parts lead back to them, and no others", () => {
    const graph = fc.integer({ min: 1, max: 12 }).chain((size) => {
      const part = fc.nat(size - 1);
      return fc.array(fc.array(part, { maxLength: 3 }), { minLength: size, maxLength: size });
    });
    fc.assert(
      fc.property(graph, (parts) => {
        expect(broken(parts)).toEqual(inCircles(parts));
      }),
      { numRuns: 1000 },
    );
  });

  it("however many there are", () => {
    const count = 20_000;
    const chain = Array.from({ length: count }, (_, index) => (index + 1 < count ? [index + 1] : []));
    expect(broken(chain)).toEqual([]);
    expect(broken([...chain.slice(0, -1), [0]])).toHaveLength(count);
  });
});
