/** Where integers of 64 bits and dates stand, written out for the runtime. */
import { convertedKinds } from "../model/converted-kinds.js";
import type { NamedSchema } from "../model/model.js";
import type { ConvertedKinds, ValueShape } from "../model/value-shape.js";
import { type Expression, type Identifier, identifier, joinCode, propertyKey, ts } from "./code.js";
import { docComment } from "./doc-comment.js";
import { createImports } from "./import-lines.js";
import type { ShapeView } from "./view.js";
import type { WriterContext } from "./wire-writer.js";

/**
 * A shape as the runtime's `value-shape.ts` has it.
 * @param isLazy in a module that the shapes of others may import: their constants may not be there yet
 */
export function shapeExpression(shape: ValueShape, use: WriterContext["use"], isLazy = false): Expression {
  const inner = (part: ValueShape | null) => (part === null ? ts`null` : shapeExpression(part, use, isLazy));
  const object = (entries: readonly (readonly [string, Expression])[]) =>
    ts`{ ${joinCode(
      entries.map(([key, value]) => ts`${propertyKey(key)}: ${value}`),
      ", ",
    )} }`;
  switch (shape.kind) {
    case "here":
      return ts`${shape.type}`;
    case "anyText":
      return ts`${use("value-shape", "anyText")}`;
    case "schema":
      return ts`${isLazy ? ts`() => ` : ts``}${use(`shapes/${shape.slug}`, constantName(shape.id))}`;
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

/** The function that parses JSON whose values have these shapes. */
export function parserOf(shapes: readonly ValueShape[], use: WriterContext["use"]): Identifier {
  const kinds = shapes.map(convertedKinds);
  if (!kinds.some(({ dates }) => dates)) return use("int64-json", "parseInt64");
  if (kinds.every(({ int64 }) => int64 === null)) return use("date-json", "parseDates");
  return use("int64-date-json", "parseInt64AndDates");
}

/** Whether text may be an integer, in any part of a shape. */
function hasDigits(shape: ValueShape): boolean {
  const parts = (list: readonly (ValueShape | null)[]) => list.some((part) => part !== null && hasDigits(part));
  switch (shape.kind) {
    case "here":
      return shape.type === "string";
    case "anyText":
      return false;
    case "schema":
      return shape.int64 === "string";
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

/** What goes into JSON: text that is an integer there becomes one. A bigint and a `Date` are written as they are. */
export function int64Input(
  shape: ValueShape | null,
  value: Expression,
  path: string | Expression,
  { use }: Pick<WriterContext, "use">,
): Expression {
  if (shape === null || !hasDigits(shape)) return value;
  return ts`${use("int64-input", "int64Input")}(${value}, ${shapeExpression(shape, use)}, ${path})`;
}

function constantName(id: string): string {
  return `shapeOf${id}`;
}

/** The module of a component schema's shape; null where every value is in code what it is in JSON. */
export function buildShapeView({ id, shape }: NamedSchema): ShapeView | null {
  if (shape === null) return null;
  const imports = createImports();
  imports.type("../runtime/value-shape.js", "ValueShape");
  const name = constantName(id);
  const use = (module: string, constant: string) => {
    const path = module.startsWith("shapes/") ? `./${module.replace(/^shapes\//, "")}.js` : `../runtime/${module}.js`;
    if (constant !== name) imports.value(path, constant);
    return identifier(constant);
  };
  const expression = shapeExpression(shape, use, true);
  return {
    imports: imports.lines(),
    doc: docComment([`Where \`${id}\` has ${kindWords(convertedKinds(shape))}.`]),
    name: identifier(name),
    shape: expression,
  };
}

function kindWords({ int64, dates }: ConvertedKinds): string {
  return [...(int64 === null ? [] : ["integers of 64 bits"]), ...(dates ? ["dates"] : [])].join(" and ");
}
