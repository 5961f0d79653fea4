/** Prints the nodes of prepared schemas that openapi-typescript has nothing for; see `type-nodes.ts`. */
import type TypeScript from "typescript";
import { isJsonArray, isJsonObject, type JsonValue } from "../document/json.js";
import type { Schema } from "../document/normal-document.js";
import { ts, tsWithRequired } from "./openapi-typescript.js";

/**
 * Prints a node of ours; undefined for any other.
 * @param print prints the nodes in it
 * @param helpers where a type goes that this one needs beside it
 */
export function printNode(
  node: Schema,
  print: (node: Schema) => TypeScript.TypeNode,
  helpers: TypeScript.Node[],
): TypeScript.TypeNode | undefined {
  const { factory, SyntaxKind } = ts;
  const inner = (key: string) => print(isJsonObject(node[key]) ? node[key] : {});
  switch (node["type"]) {
    case "never":
      return factory.createKeywordTypeNode(SyntaxKind.NeverKeyword);
    case "undefined":
      return factory.createKeywordTypeNode(SyntaxKind.UndefinedKeyword);
    case "empty":
      return emptyType();
    case "literal":
      return literalType(node["value"] ?? null);
    case "list":
      return factory.createArrayTypeNode(inner("items"));
    case "tuple":
      return tupleType(node, print);
    case "mapped":
      return factory.createMappedTypeNode(
        undefined,
        factory.createTypeParameterDeclaration(undefined, "key", inner("keys")),
        undefined,
        factory.createToken(SyntaxKind.QuestionToken),
        inner("value"),
        undefined,
      );
    case "required": {
      const names = isJsonArray(node["names"]) ? node["names"].filter((name) => typeof name === "string") : [];
      return tsWithRequired(inner("of"), [...names], helpers);
    }
    default:
      return undefined;
  }
}

function tupleType(node: Schema, print: (node: Schema) => TypeScript.TypeNode): TypeScript.TypeNode {
  const { places, least, rest } = node;
  const types = (isJsonArray(places) ? places : []).filter(isJsonObject).map((place, index) => {
    const type = print(place);
    return typeof least === "number" && index < least ? type : ts.factory.createOptionalTypeNode(type);
  });
  const others = isJsonObject(rest) ? [ts.factory.createRestTypeNode(ts.factory.createArrayTypeNode(print(rest)))] : [];
  return ts.factory.createTupleTypeNode([...types, ...others]);
}

/** The type of one value. Texts become what the printer's own are: identifiers that hold JSON text. */
function literalType(value: JsonValue): TypeScript.TypeNode {
  const { factory } = ts;
  if (isJsonArray(value)) return factory.createTupleTypeNode(value.map(literalType));
  if (isJsonObject(value)) {
    if (Object.keys(value).length === 0) return emptyType();
    return factory.createTypeLiteralNode(
      Object.entries(value).map(([key, member]) =>
        factory.createPropertySignature(undefined, propertyName(key), undefined, literalType(member)),
      ),
    );
  }
  if (typeof value === "string") return textType(value);
  if (value === null) return factory.createLiteralTypeNode(factory.createNull());
  if (typeof value === "boolean")
    return factory.createLiteralTypeNode(value ? factory.createTrue() : factory.createFalse());
  if (typeof value === "bigint") return factory.createTypeReferenceNode(String(value));
  if (!Number.isFinite(value)) return factory.createKeywordTypeNode(ts.SyntaxKind.NumberKeyword);
  const size = factory.createNumericLiteral(Math.abs(value));
  return factory.createLiteralTypeNode(
    value < 0 ? factory.createPrefixUnaryExpression(ts.SyntaxKind.MinusToken, size) : size,
  );
}

/** `Record<string, never>` */
function emptyType(): TypeScript.TypeNode {
  const { factory, SyntaxKind } = ts;
  return factory.createTypeReferenceNode("Record", [
    factory.createKeywordTypeNode(SyntaxKind.StringKeyword),
    factory.createKeywordTypeNode(SyntaxKind.NeverKeyword),
  ]);
}

function textType(text: string): TypeScript.TypeNode {
  return ts.factory.createTypeReferenceNode(JSON.stringify(text));
}

function propertyName(key: string): TypeScript.PropertyName {
  return ts.factory.createIdentifier(/^[A-Za-z_$][\w$]*$/.test(key) ? key : JSON.stringify(key));
}
