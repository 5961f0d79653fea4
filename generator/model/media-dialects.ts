/** Which dialect each property of a media type is written in. */
import { dialectOfSchema } from "../document/form-dialect.js";
import type { NormalMediaType } from "../document/normal-document.js";
import type { OperationContext } from "./build-operation.js";
import type { DialectOf } from "./form-fields.js";

/** The dialect of each property: what is said closest to it, and then the configuration before the document. */
export function mediaDialects(
  media: NormalMediaType,
  { forms, names }: Pick<OperationContext, "forms" | "names">,
): DialectOf {
  const name = [names.name, names.id].find((candidate) => Object.hasOwn(forms.operations, candidate));
  const own = name === undefined ? undefined : forms.operations[name];
  const properties = new Map(Object.entries(own?.properties ?? {}));
  return (property, schema) =>
    (property === null ? undefined : properties.get(property)) ??
    dialectOfSchema(schema) ??
    own?.dialect ??
    media.dialect ??
    forms.dialect;
}
