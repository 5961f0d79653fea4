/** Where integers of 64 bits stand, written out for the runtime. */
import type { Int64Shape } from "../model/int64.js";
import type { NamedSchema } from "../model/model.js";
import { type Expression, identifier, joinCode, propertyKey, ts } from "./code.js";
import { docComment } from "./doc-comment.js";
import { createImports } from "./import-lines.js";
import type { Int64View } from "./view.js";
import type { WriterContext } from "./wire-writer.js";

/**
 * A shape as the runtime's `int64-shape.ts` has it.
 * @param isLazy in a module that the shapes of others may import: their constants may not be there yet
 */
export function int64Expression(shape: Int64Shape, use: WriterContext["use"], isLazy = false): Expression {
  const inner = (part: Int64Shape | null) => (part === null ? ts`null` : int64Expression(part, use, isLazy));
  const object = (entries: readonly (readonly [string, Expression])[]) =>
    ts`{ ${joinCode(
      entries.map(([key, value]) => ts`${propertyKey(key)}: ${value}`),
      ", ",
    )} }`;
  switch (shape.kind) {
    case "here":
      return ts`${shape.type}`;
    case "schema":
      return ts`${isLazy ? ts`() => ` : ts``}${use(`int64/${shape.slug}`, constantName(shape.id))}`;
    case "all":
      return ts`{ all: [${joinCode(shape.shapes.map(inner), ", ")}] }`;
    case "list": {
      const first = shape.first.length === 0 ? ts`` : ts`, first: [${joinCode(shape.first.map(inner), ", ")}]`;
      return ts`{ items: ${inner(shape.rest)}${first} }`;
    }
    case "object": {
      const members = shape.members.map(({ name, shape: part }) => [name, inner(part)] as const);
      const others = shape.rest === null ? ts`` : ts`, others: ${inner(shape.rest)}`;
      return ts`{ members: ${members.length === 0 ? ts`{}` : object(members)}${others} }`;
    }
    case "by": {
      const variants = object(shape.variants.map((one) => [one.value, inner(one.shape)]));
      const others = shape.rest === null ? ts`` : ts`, others: ${inner(shape.rest)}`;
      return ts`{ by: ${shape.property}, of: ${variants}${others} }`;
    }
  }
}

/** Whether text may be an integer, in any part of a shape. */
function hasText(shape: Int64Shape): boolean {
  const parts = (list: readonly (Int64Shape | null)[]) => list.some((part) => part !== null && hasText(part));
  switch (shape.kind) {
    case "here":
    case "schema":
      return shape.type === "string";
    case "all":
      return parts(shape.shapes);
    case "list":
      return parts([...shape.first, shape.rest]);
    case "object":
      return parts([...shape.members.map((member) => member.shape), shape.rest]);
    case "by":
      return parts([...shape.variants.map((variant) => variant.shape), shape.rest]);
  }
}

/** What goes into JSON: text that is an integer there becomes one. A bigint is written as it is. */
export function int64Input(
  shape: Int64Shape | null,
  value: Expression,
  path: string | Expression,
  { use }: Pick<WriterContext, "use">,
): Expression {
  if (shape === null || !hasText(shape)) return value;
  return ts`${use("int64-input", "int64Input")}(${value}, ${int64Expression(shape, use)}, ${path})`;
}

function constantName(id: string): string {
  return `int64Of${id}`;
}

/** The module of a component schema's shape; null where it has no such integers. */
export function buildInt64View({ id, int64 }: NamedSchema): Int64View | null {
  if (int64 === null) return null;
  const imports = createImports();
  imports.type("../runtime/int64-shape.js", "Int64Shape");
  const name = constantName(id);
  const use = (module: string, constant: string) => {
    if (constant !== name) imports.value(`./${module.replace(/^int64\//, "")}.js`, constant);
    return identifier(constant);
  };
  const shape = int64Expression(int64, use, true);
  return {
    imports: imports.lines(),
    doc: docComment([`Where \`${id}\` has integers of 64 bits.`]),
    name: identifier(name),
    shape,
  };
}
