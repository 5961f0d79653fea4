/** Reading a request back into an operation's input: for the mock, for webhooks, for servers. */
import type { BodyContent, Operation, Parameter } from "../model/model.js";
import { type Expression, identifier, joinCode, propertyKey, ts } from "./code.js";
import { docComment } from "./doc-comment.js";
import { formNames, members } from "./form-view.js";
import { createImports, type Imports } from "./import-lines.js";
import { parserOf, shapeExpression } from "./value-shape-view.js";
import { hasContentType, requestBodies } from "./request-bodies.js";
import { runtimeUser } from "./runtime-user.js";
import type { RequestDecoderView } from "./view.js";
import { sharedNames } from "../model/shared-names.js";
import type { WireSlot } from "../model/wire.js";
import { fieldReader, isAnyText, readerUser } from "./wire-reader.js";
import type { WriterContext } from "./wire-writer.js";

export function requestDecoderName(operation: Operation): string {
  return `decode${operation.typeId}Request`;
}

/** The decoder of an operation's requests; null where its input has no parts. */
export function buildRequestDecoderView(
  operation: Operation,
  modules: { readonly operation: string; readonly form: string },
  path: string,
): RequestDecoderView | null {
  const { parameters } = operation;
  const imports = createImports();
  const input = identifier(`${operation.typeId}Input`);
  imports.type(modules.operation, input.text);
  const use = runtimeUser(imports, "../runtime/");
  const parts: Expression[] = [];
  const add = (key: string, value: Expression) => parts.push(ts`${propertyKey(key)}: ${value}`);
  if (parameters.path.length > 0)
    add("path", ts`{ template: ${path}, fields: ${members(parameters.path.map((each) => styledField(each, use)))} }`);
  const whole = parameters.query.find(({ encoding }) => encoding.whole && !isFlat(encoding));
  if (whole !== undefined) add("wholeQuery", ts`{ name: ${whole.name}, read: ${wholeReader(whole, use)} }`);
  else if (parameters.query.length > 0) add("query", pairFields(parameters.query, use));
  if (parameters.headers.length > 0) add("headers", members(parameters.headers.map((each) => styledField(each, use))));
  if (parameters.cookies.length > 0) add("cookies", pairFields(parameters.cookies, use));
  const bodies = requestBodies(operation).map((content) => ({
    content,
    read: bodyReader(operation, content, modules.form, imports, use),
  }));
  const [body] = bodies;
  if (hasContentType(operation)) {
    const choices = bodies.map(({ content, read }) => {
      const { required, mediaTypes, documented } = content;
      const arriving = documented.every((type) => mediaTypes.includes(type)) ? ts`` : ts`, arriving: ${documented}`;
      return ts`{ contentTypes: ${mediaTypes}${arriving}, required: ${required}, read: ${read} }`;
    });
    add("body", ts`${use("content-reader", "byContentType")}([${joinCode(choices, ", ")}])`);
  } else if (body !== undefined) add("body", ts`{ required: ${body.content.required}, read: ${body.read} }`);
  if (parts.length === 0) return null;
  const required = (["path", "query", "headers", "cookies"] as const).filter((section) =>
    parameters[section].some((parameter) => parameter.required),
  );
  add("required", ts`${required}`);
  imports.type("../runtime/form-reader.js", "DecodeResult");
  const name = identifier(requestDecoderName(operation));
  return {
    doc: docComment([
      `Reads a request of \`${operation.id}\`: the inverse of what the operation sends.`,
      "What the schemas say of types and required parts is checked, other keywords are not.",
    ]),
    name,
    input,
    read: ts`${use("request-reader", "readRequest")}(request, { ${joinCode(parts, ", ")} })`,
    imports: imports.lines(),
  };
}

function isFlat({ slot }: Parameter["encoding"]): boolean {
  return slot.value.kind === "object";
}

function wholeReader({ encoding, shape }: Parameter, use: WriterContext["use"]): Expression {
  if (encoding.slot.value.kind !== "json") return ts`${use("request-reader", "readQueryText")}`;
  if (shape === null) return ts`${use("request-reader", "parseQueryJson")}`;
  return ts`${use("shaped-body", "parseShapedQuery")}(${parserOf([shape], use)}, ${shapeExpression(shape, use)})`;
}

/** Readers of pairs: in a query, in cookies. */
function pairFields(parameters: readonly Parameter[], use: WriterContext["use"]): Expression {
  const known = parameters.map(({ name }) => name);
  const reader = readerUser(use);
  const shared = sharedNames(parameters);
  const fields = parameters.map((parameter) => {
    const { name, required, encoding } = parameter;
    const others = known.filter((other) => other !== name);
    const slot = withoutFields(encoding.slot, shared.get(parameter));
    const value = fieldReader({ name, required, ...slot }, false, others, reader);
    const isLeftOut = parameter.allowEmptyValue && !required && !isAnyText(slot);
    const read = isLeftOut ? ts`${reader("unlessEmpty")}(${value})` : value;
    const plain = encoding.escape === "cookie" ? ts`${use("request-reader", "unescaped")}(${read})` : read;
    return ts`${propertyKey(name)}: ${plain}`;
  });
  return members(fields);
}

/** The members of an object that arrive as its own. */
function withoutFields(slot: WireSlot, names: ReadonlySet<string> | undefined): WireSlot {
  const { value } = slot;
  if (value.kind !== "object" || names === undefined || names.size === 0) return slot;
  return { ...slot, value: { ...value, fields: value.fields.filter(({ name }) => !names.has(name)) } };
}

/** The reader of a value that stands alone, in a path or a header. */
function styledField({ name, required, encoding }: Parameter, use: WriterContext["use"]): Expression {
  const { slot, style, explode } = encoding;
  const shape = slot.value.kind === "list" || slot.value.kind === "object" ? slot.value.kind : "scalar";
  // Here the members are those of the value itself: they are read as those in brackets are.
  const value = slot.value.kind === "object" ? ({ ...slot.value, keys: "brackets" } as const) : slot.value;
  const read = fieldReader({ name, required, nullable: false, value }, false, [], readerUser(use));
  const kind = style === "content" ? "simple" : style;
  return ts`${propertyKey(name)}: ${use("request-reader", "styled")}(${kind}, ${explode}, ${shape}, ${read})`;
}

function bodyReader(
  operation: Operation,
  content: BodyContent,
  formModule: string,
  imports: Imports,
  use: WriterContext["use"],
): Expression {
  const { encoding, shape } = content;
  const { decoder } = formNames(operation, content);
  switch (encoding.kind) {
    case "json":
      if (shape === null) return ts`${use("request-reader", "readJsonBody")}`;
      return ts`${use("shaped-body", "readShapedBody")}(${parserOf([shape], use)}, ${shapeExpression(shape, use)})`;
    case "stream": {
      if (encoding.shape === null) return ts`${use("json-lines-body", "readJsonLinesBody")}`;
      const parser = parserOf([encoding.shape], use);
      const parse = ts`(text, wrong) => ${parser}(text, ${shapeExpression(encoding.shape, use)}, wrong)`;
      return ts`${use("json-lines-body", "jsonLinesReader")}(${parse})`;
    }
    case "raw": {
      if (encoding.content === "multipart") return ts`${use("multipart-request", "readMultipartContent")}`;
      return ts`${use("request-reader", encoding.content === "text" ? "readTextBody" : "readBlobBody")}`;
    }
    case "form":
      imports.value(formModule, decoder.text);
      return ts`async (form) => ${decoder}(await form.text())`;
    case "multipart":
      imports.value(formModule, decoder.text);
      if (encoding.type !== "multipart/form-data")
        return ts`async (form) => ${decoder}(await ${use("multipart-request", "partsAsForm")}(form))`;
      return ts`async (form) => ${decoder}(await form.formData())`;
  }
}
