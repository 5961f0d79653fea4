/** The encoder and the decoder of a form body, field by field: straight-line code for that body. */
import { camelCase, createNameScope } from "../model/names.js";
import type { FormField, FormValue, Operation } from "../model/model.js";
import { type Expression, type Identifier, identifier, memberAccess, propertyKey, ts } from "./code.js";
import { docComment } from "./doc-comment.js";
import { createImports, type Imports } from "./import-lines.js";
import type { FormFieldView, FormRestView, FormView } from "./view.js";

export function formEncoderName(operation: Operation): string {
  return `encode${operation.typeId}Form`;
}

export function formDecoderName(operation: Operation): string {
  return `decode${operation.typeId}Form`;
}

/** The form of an operation's body, or null where the body is no form. */
export function buildFormView(operation: Operation, operationModule: string): FormView | null {
  const encoding = operation.requestBody?.encoding;
  if (encoding?.kind !== "form") return null;
  const body = `${operation.typeId}Body`;
  const imports = createImports();
  imports.type(operationModule, body);
  imports.type("../runtime/form-reader.js", "DecodeResult");
  imports.value("../runtime/form-reader.js", "FormReader");
  const locals = createNameScope(["body", "form", "text", "reader", "rest"]);
  const type = identifier(body);
  const fields = encoding.fields.map((field) =>
    fieldView(field, locals.claim(camelCase(field.name, "field")), type, imports),
  );
  const rest =
    encoding.rest &&
    restView(
      encoding.rest,
      encoding.fields.map(({ name }) => name),
      type,
      imports,
    );
  return {
    imports: imports.lines(),
    encoderDoc: docComment(
      [`Writes the form body of \`${operation.id}\`. Fields that are undefined or null are left out.`],
      [{ name: "throws", text: "TypeError for a value that a form cannot carry." }],
    ),
    encoder: identifier(formEncoderName(operation)),
    decoderDoc: docComment([
      `Reads a form body of \`${operation.id}\`: the inverse of its encoder.${encoding.rest === null ? " Fields that it does not know are passed over." : ""}`,
    ]),
    decoder: identifier(formDecoderName(operation)),
    body: type,
    fields,
    rest,
  };
}

/** Fields that the schema does not list: a walk at run time. */
function restView(rest: FormValue, known: readonly string[], body: Identifier, imports: Imports): FormRestView {
  imports.value("../runtime/form-rest.js", "formRest");
  const type = ts`NonNullable<${body}[string]>`;
  const read =
    rest.kind === "any"
      ? ts`reader.any(name)`
      : rest.kind === "list"
        ? ts`reader.list(name, ${parserExpression(rest.item, ts`NonNullable<${type}[number]>`, imports)})`
        : ts`reader.optional(name, ${parserExpression(rest, type, imports)})`;
  return { append: ts`form += formRest(body, ${known});`, read: ts`reader.rest(${known}, (name) => ${read})` };
}

function fieldView(
  field: FormField,
  local: string,
  body: Expression | ReturnType<typeof identifier>,
  imports: Imports,
): FormFieldView {
  const value = ts`body${memberAccess(field.name)}`;
  // Names that every object inherits must be the body's own.
  const isInherited = field.name in Object.prototype;
  return {
    present: isInherited ? ts`Object.hasOwn(body, ${field.name}) && ${value} != null` : ts`${value} != null`,
    append: appendStatement(field, value, imports),
    key: propertyKey(field.name),
    local: identifier(local),
    read: readExpression(field, ts`${body}[${field.name}]`, imports),
    required: field.required,
  };
}

function appendStatement(field: FormField, value: Expression, imports: Imports): Expression {
  // Names are known here, so they are encoded here: by the platform's own serialiser.
  const key = `&${new URLSearchParams([[field.name, ""]]).toString()}`;
  if (field.value.kind !== "list")
    return ts`form += ${key} + ${textExpression(field.value, value, field.name, imports)};`;
  const item = textExpression(field.value.item, ts`item`, field.name, imports);
  if (field.value.explode) return ts`for (const item of ${value}) form += ${key} + ${item};`;
  return ts`form += ${key} + ${value}.map((item) => ${item}).join(${","});`;
}

function textExpression(form: FormValue, value: Expression, name: string, imports: Imports): Expression {
  const encoder = form.kind === "json" || form.kind === "any" ? "formJson" : "formText";
  imports.value("../runtime/form-text.js", encoder);
  return ts`${identifier(encoder)}(${value}, ${name})`;
}

function readExpression(field: FormField, type: Expression, imports: Imports): Expression {
  if (field.value.kind !== "list") {
    const parser = parserExpression(field.value, ts`NonNullable<${type}>`, imports);
    return field.required
      ? ts`reader.required(${field.name}, ${parser})`
      : ts`reader.optional(${field.name}, ${parser})`;
  }
  const item = parserExpression(field.value.item, ts`NonNullable<NonNullable<${type}>[number]>`, imports);
  const separator = field.value.explode ? ts`` : ts`, ${","}`;
  return field.required
    ? ts`reader.requiredList(${field.name}, ${item}${separator})`
    : ts`reader.list(${field.name}, ${item}${separator})`;
}

function parserExpression(form: FormValue, type: Expression, imports: Imports): Expression {
  const use = (name: string) => {
    imports.value("../runtime/form-reader.js", name);
    return identifier(name);
  };
  switch (form.kind) {
    case "string":
      return ts`${use("textValue")}`;
    case "number":
      return ts`${use("numberValue")}`;
    case "integer":
      return ts`${use("integerValue")}`;
    case "boolean":
      return ts`${use("booleanValue")}`;
    case "enum":
      return ts`${use("enumValue")}<${type}>(${form.values})`;
    case "any":
      return ts`${use("anyValue")}`;
    case "json":
    case "list":
      return ts`${use("jsonValue")}<${type}>()`;
  }
}
