/** Where pairs go: onto a text, or into a list of parts. */
import type { Escape } from "../model/wire.js";
import { type Expression, type Identifier, ts } from "./code.js";
import { concat, escaper, type Key, type WireSink, type WriterContext } from "./wire-writer.js";

/**
 * A text that grows: `form = form + "&name=" + …;`
 * @param before what stands before each pair: `&` or `; `
 * @param nameless where the value is all that there is: without its name
 */
export function textSink(
  variable: Identifier,
  before: string,
  escape: Escape,
  use: WriterContext["use"],
  nameless = false,
): WireSink {
  const isForm = escape === "form" && !nameless;
  return {
    escape,
    before,
    nameless,
    ...(isForm && { scalar: (key, value) => ts`${variable} = ${variable} + ${formField(key, value, use)};` }),
    // Not `+=`, which would join the pieces to one another before it joins them to the text: that is slower.
    pair: (key, text) =>
      ts`${variable} = ${concat([ts`${variable}`, ...key, nameless ? "" : "=", ...(text === null ? [] : [text])])};`,
    walk(key, value, path, { lists, objects, separator }) {
      const text = escaper(escape, { use });
      const name = escape === "reserved" ? ts`, name: ${use("uri-text", "uriText")}` : ts``;
      const isOther = separator !== "," && (lists === "comma" || objects === "comma");
      const between = isOther ? ts`, separator: ${separator}` : ts``;
      const options = ts`{ lists: ${lists}, objects: ${objects}, text: ${text}${name}${between} }`;
      return ts`${variable} = ${variable} + ${use("any-pairs", "anyPairs")}(${concat(key)}, ${value}, ${path}, ${options});`;
    },
  };
}

function formField(key: Key, value: Expression, use: WriterContext["use"]): Expression {
  return ts`${use("form-text", "formField")}(${concat([...key, "="])}, ${value})`;
}

/** The first pair of a text: nothing is before it. */
export function firstSink(sink: WireSink, variable: Identifier, use: WriterContext["use"]): WireSink {
  return {
    ...sink,
    before: "",
    ...(sink.scalar && { scalar: (key, value) => ts`${variable} = ${formField(key, value, use)};` }),
    pair: (key, text) => ts`${variable} = ${concat([...key, "=", ...(text === null ? [] : [text])])};`,
  };
}

/** Parts of a multipart body: `parts.push(textPart("name", …));` */
export function partsSink(variable: Identifier, use: WriterContext["use"]): WireSink {
  return {
    escape: "none",
    before: "",
    nameless: false,
    pair: (key, text) => ts`${variable}.push(${use("multipart", "textPart")}(${concat(key)}, ${text ?? ""}));`,
    walk: (key, value) => ts`${variable}.push(...${use("multipart", "anyParts")}(${concat(key)}, ${value}));`,
  };
}
