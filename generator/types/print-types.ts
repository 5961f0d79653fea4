/**
 * Schemas to TypeScript declarations, by openapi-typescript: the only module that knows how it is called. Every type
 * is a named export of its own.
 */
import type TypeScript from "typescript";
import { jsonObject } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import type { NamedSchema } from "../model/model.js";
import { astToString, type GlobalContext, type SchemaObject, transformSchemaObject, ts } from "./openapi-typescript.js";
import { describer } from "./described-properties.js";
import { extendedSchemas } from "./extended-schemas.js";
import { printNode } from "./print-node.js";
import type { Preparation } from "./preparation.js";
import { prepareSchema } from "./prepare-schema.js";
import { stringLiteral } from "./string-literal.js";
import { typeNamesIn } from "./type-nodes.js";

export interface PrintedType {
  /** `export interface X { … }` or `export type X = …;`, with the documentation of its members. */
  readonly declaration: string;
  /** Declarations that it needs beside it, not exported. */
  readonly helpers: readonly string[];
  /** The component schemas that it refers to, in order of first sight. */
  readonly references: readonly NamedSchema[];
}

export interface TypePrinter {
  /**
   * Prints a type.
   * @param id its name
   */
  declare(id: string, schema: Schema): PrintedType;
}

/**
 * A printer for a document's types.
 * @param schemas all component schemas; a reference prints as the `id` of its target
 * @param describe the whole doc comment of a member, from the opening to the closing characters, or `""`
 * @param others schemas that are no components, and will be printed
 */
export function createTypePrinter(
  schemas: readonly NamedSchema[],
  describe: (schema: Schema) => string,
  others: readonly Schema[] = [],
): TypePrinter {
  const byName = new Map(schemas.map((schema) => [schema.name, schema]));
  const byId = new Map(schemas.map((schema) => [schema.id, schema]));
  const component = (name: string) => byName.get(name)?.schema;
  const preparation: Preparation = {
    typeName: (name) => byName.get(name)?.id ?? "unknown",
    component,
    extended: extendedSchemas([...schemas.map(({ schema }) => schema), ...others], component),
    describe: describer(new Map(schemas.map(({ name, schema }) => [name, schema]))),
    originals: new Map(),
  };
  const components = jsonObject(schemas.map(({ id, schema }) => [id, prepareSchema(schema, preparation)] as const));
  const context = createContext(components, preparation, describe);
  const componentOf = new Map(schemas.map(({ id, schema }) => [schema, components[id]]));
  return {
    declare(id, schema) {
      const prepared = componentOf.get(schema) ?? prepareSchema(schema, preparation);
      context.injectFooter.length = 0;
      const type = withOwnComments(transform(prepared, `#/${id}`, context), context);
      const helpers = context.injectFooter.map((node) => astToString(node).trim());
      return {
        declaration: astToString(declarationOf(id, type)).trim(),
        helpers: [...new Set(helpers)],
        references: [...typeNamesIn(prepared)].flatMap((name) => byId.get(name) ?? []),
      };
    },
  };
}

/** Theirs, without the loader's part, which the transforms do not use. */
interface Context extends Omit<GlobalContext, "redoc" | "resolve"> {
  readonly resolve: (ref: string) => Schema | undefined;
  /** The comment of each property that was printed. */
  readonly comments: Map<TypeScript.Node, string>;
}

function transform(schema: Schema, path: string, ctx: Context): TypeScript.TypeNode {
  // Our schemas are plain JSON; theirs is a union of the shapes that a well-formed one has. It copes with others.
  return transformSchemaObject(schema as unknown as SchemaObject, { path, ctx: ctx as unknown as GlobalContext });
}

function createContext(
  components: Readonly<Record<string, Schema>>,
  preparation: Preparation,
  describe: (schema: Schema) => string,
): Context {
  const comments = new Map<TypeScript.Node, string>();
  const context: Context = {
    comments,
    additionalProperties: false,
    alphabetize: false,
    arrayLength: false,
    defaultNonNullable: false,
    // They were written out; see `normalise-discriminators.ts`.
    discriminators: { objects: {}, refsHandled: [] },
    emptyObjectsUnknown: true,
    enum: false,
    enumValues: false,
    conditionalEnums: false,
    dedupeEnums: false,
    excludeDeprecated: false,
    exportType: false,
    immutable: false,
    injectFooter: [],
    pathParamsAsTypes: false,
    postTransform: undefined,
    propertiesRequiredByDefault: false,
    rootTypes: false,
    rootTypesNoSchemaPrefix: false,
    rootTypesKeepCasing: false,
    silent: true,
    transform(schema, options) {
      // Ours are plain JSON again, once they come back.
      const node = schema as unknown as Schema;
      return printNode(node, (inner) => transform(inner, options.path ?? "", context), context.injectFooter);
    },
    transformProperty(property, schema) {
      const original = preparation.originals.get(schema);
      comments.set(property, original === undefined ? "" : describe(original));
      return undefined;
    },
    resolve: (ref) => components[ref.slice(2)],
    makePathsEnum: false,
    generatePathParams: false,
    readWriteMarkers: false,
  };
  return context;
}

/** Our doc comments in place of theirs, and string literals as we escape them. */
function withOwnComments(type: TypeScript.TypeNode, context: Context): TypeScript.TypeNode {
  const { transformed } = ts.transform(type, [
    (transformation) => (root) => {
      const visit = (node: TypeScript.Node): TypeScript.Node => {
        // They print string literals as identifiers that hold JSON text.
        if (ts.isIdentifier(node) && node.text.startsWith('"'))
          return ts.factory.createIdentifier(stringLiteral(String(JSON.parse(node.text))));
        const visited = ts.visitEachChild(node, visit, transformation);
        if (!ts.isPropertySignature(node) || !ts.isPropertySignature(visited)) return visited;
        const comment = context.comments.get(node) ?? "";
        const named = withReadableName(visited);
        ts.setSyntheticLeadingComments(named, undefined);
        if (comment === "") return named;
        return ts.addSyntheticLeadingComment(named, ts.SyntaxKind.MultiLineCommentTrivia, comment.slice(2, -2), true);
      };
      return ts.visitNode(root, visit, ts.isTypeNode);
    },
  ]);
  const [result] = transformed;
  if (result === undefined) throw new Error("a transformation returns one node for one node");
  return result;
}

/** A key in quotes is printed as a literal of ours: TypeScript's printer would escape letters of other scripts. */
function withReadableName(property: TypeScript.PropertySignature): TypeScript.PropertySignature {
  const { name, modifiers, questionToken, type } = property;
  if (!ts.isStringLiteral(name)) return property;
  const readable = ts.factory.createIdentifier(stringLiteral(name.text));
  return ts.factory.createPropertySignature(modifiers, readable, questionToken, type);
}

function declarationOf(id: string, type: TypeScript.TypeNode): TypeScript.Node {
  const exported = [ts.factory.createModifier(ts.SyntaxKind.ExportKeyword)];
  return ts.isTypeLiteralNode(type)
    ? ts.factory.createInterfaceDeclaration(exported, id, undefined, undefined, type.members)
    : ts.factory.createTypeAliasDeclaration(exported, id, undefined, type);
}
