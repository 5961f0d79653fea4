/**
 * The parts of openapi-typescript that we use, and TypeScript itself. Loaded by `require` from the transforms' own
 * modules: the package's entry brings a document loader that costs three times as much to start.
 */
import { createRequire } from "node:module";
import type * as OpenapiTypescript from "openapi-typescript";
import type TypeScript from "typescript";

const require = createRequire(import.meta.url);

/** The compiler API that openapi-typescript's nodes belong to. */
// What a require returns is untyped; the three modules' types are those of their packages.
export const ts = require("typescript") as typeof TypeScript;

export const { default: transformSchemaObject } = require("openapi-typescript/dist/transform/schema-object.cjs") as {
  default: typeof OpenapiTypescript.transformSchemaObject;
};

export const { astToString, tsWithRequired } = require("openapi-typescript/dist/lib/ts.cjs") as Pick<
  typeof OpenapiTypescript,
  "astToString" | "tsWithRequired"
>;

export type { GlobalContext, SchemaObject } from "openapi-typescript";
