import { defineHelpers } from "openapi-exemplar/helpers";

/** What Handlebars prints unescaped. */
class SafeString {
  private readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }

  toHTML(): string {
    return this.text;
  }
}

export default defineHelpers({
  raw: (text: string) => text,
  safe: (text: string) => new SafeString(text),
  shaped: (text: string) => ({ text, language: "ts", kind: "expression" }),
  later: (text: string) => Promise.resolve(text),
});
