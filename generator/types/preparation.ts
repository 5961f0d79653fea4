/** What schemas are prepared with. Types only. */
import type { Schema } from "../document/normal-document.js";
import type { Described } from "./described-properties.js";

export interface Preparation {
  readonly typeName: (schemaName: string) => string;
  /** A component schema, or undefined. */
  readonly component: (schemaName: string) => Schema | undefined;
  /** Those that stand beside others in some type. */
  readonly extended: ReadonlySet<Schema>;
  readonly describe: (schema: Schema) => Described;
  /** The schema before, by the prepared one: for its documentation. */
  readonly originals: Map<object, Schema>;
}

/** What the own keywords of a schema are prepared with. */
export interface Place {
  /** Of these, those that the schema describes are required. */
  readonly required: ReadonlySet<string>;
  /** Properties that must be there, and of which only others say what they are, with what they say. */
  readonly open: ReadonlyMap<string, Schema>;
  /** Whether it has parts or alternatives, so that it is not all that is said of its values. */
  readonly isComposed: boolean;
  readonly isBeside: boolean;
}
