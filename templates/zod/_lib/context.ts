/** What the code of schemas is made with: the options of the set, and the imports that it asks for. */
import { type Identifier, identifier, joinCode, ts } from "openapi-exemplar/helpers";
import type { Expression, SchemaReferenceView } from "openapi-exemplar/view";

export interface ZodOptions {
  readonly formats: boolean;
  readonly jitless: boolean;
}

export interface Context {
  readonly options: ZodOptions;
  /** The code of a reference to a component schema; null where there is no such component. */
  readonly refer: (reference: string) => Expression | null;
  /** A function of `runtime/zod-rules.ts`. */
  readonly rule: (name: string) => Identifier;
  /** The type of schemas of a type; of any, where it is null. */
  readonly zodType: (id: Expression | Identifier | null) => Expression;
  /** A type of a module below `src`. */
  readonly type: (module: string, id: Identifier) => Identifier;
}

export interface Module extends Context {
  /** The code of a schema as the value of a constant. */
  readonly made: (code: Expression) => Expression;
  /** The lines with all that was asked for. */
  readonly imports: () => readonly Expression[];
}

/**
 * Begins a module of the folder `zod` of `src`, or of the folder `schemas` in it.
 * @param references the component schemas that it may refer to
 * @param own names that it declares: what is imported gets another
 */
export function beginModule(
  folder: "zod" | "schemas",
  references: readonly SchemaReferenceView[],
  own: ReadonlySet<string>,
  options: ZodOptions,
): Module {
  const root = folder === "zod" ? "../" : "../../";
  const siblings = folder === "zod" ? "./schemas/" : "./";
  const values = new Map<string, Map<string, Expression>>();
  const types = new Map<string, Map<string, Expression>>();
  const ask = (imported: typeof values, from: string, name: string, code: Expression) => {
    const names = imported.get(from) ?? new Map<string, Expression>();
    imported.set(from, names.set(name, code));
  };
  const byReference = new Map(references.map((each) => [`#/components/schemas/${escaped(each.name)}`, each]));
  return {
    options,
    refer(reference) {
      const target = byReference.get(decoded(reference)) ?? byReference.get(reference);
      if (target === undefined) return null;
      const name = schemaName(target.id);
      const local = own.has(name.text) ? identifier(`${name.text}OfComponent`) : name;
      const isOwn = own.has(name.text) && target.leadsBack;
      if (!isOwn)
        ask(values, `${siblings}${target.slug}.js`, name.text, local === name ? ts`${name}` : ts`${name} as ${local}`);
      const used = isOwn ? name : local;
      return target.leadsBack ? ts`z.lazy(() => ${used})` : ts`${used}`;
    },
    rule(name) {
      const id = identifier(name);
      ask(values, `${root}runtime/zod-rules.js`, name, ts`${id}`);
      return id;
    },
    made(code) {
      // Only objects would.
      if (!options.jitless || !code.text.includes("bject(")) return code;
      ask(values, `${root}runtime/zod-jitless.js`, "jitless", ts`jitless`);
      return ts`/* @__PURE__ */ jitless(() => ${code})`;
    },
    zodType(id) {
      return id === null ? ts`z.ZodType` : ts`z.ZodType<${id}>`;
    },
    type(module, id) {
      ask(types, `${root}${module}`, id.text, ts`${id}`);
      return id;
    },
    imports: () => [ts`import * as z from "zod";`, ...lines(types, ts`import type`), ...lines(values, ts`import`)],
  };
}

function lines(
  imported: ReadonlyMap<string, ReadonlyMap<string, Expression>>,
  word: Expression,
): readonly Expression[] {
  return [...imported].map(([from, names]) => ts`${word} { ${joinCode([...names.values()], ", ")} } from ${from};`);
}

/** `petSchema` for the type `Pet`. */
export function schemaName(id: Identifier): Identifier {
  const [first = ""] = id.text;
  return identifier(`${first.toLowerCase()}${id.text.slice(first.length)}Schema`);
}

/** As a token of a JSON pointer in a URI may be written: references say it with more or fewer escapes. */
function escaped(name: string): string {
  return name.replaceAll("~", "~0").replaceAll("/", "~1");
}

function decoded(reference: string): string {
  try {
    return decodeURIComponent(reference);
  } catch {
    return reference;
  }
}
