/** Examples with dates, as a server sends them: as the document writes them. */
import { dateText } from "./date-text.js";
import { dateOf } from "./date-time.js";
import { exampleAnswer } from "./example-answer.js";

/** The texts of the document's examples, by their place in an example: `/items/0/created`. Not those that `dateText` gives. */
export type DateTexts = Readonly<Record<string, readonly string[]>>;

/** Writes the examples of a response. An invalid date is an error. */
export function dateAnswer(texts?: DateTexts): (contentType: string, value: unknown) => string {
  return exampleAnswer(datesAsText(texts), (value) => value);
}

/** Puts the text of an example in the place of a Date, if it says the same moment; else the shortest. */
export function datesAsText(texts: DateTexts = {}): (value: unknown) => unknown {
  const write = (value: unknown, at: string): unknown => {
    if (value instanceof Date) {
      const own = Object.hasOwn(texts, at) ? texts[at] : undefined;
      return own?.find((text) => dateOf(text)?.getTime() === value.getTime()) ?? dateText(value) ?? value;
    }
    if (Array.isArray(value)) return value.map((item: unknown, index) => write(item, `${at}/${index}`));
    if (Object.prototype.toString.call(value) !== "[object Object]") return value;
    const members = Object.entries(value as object).map(([key, member]: [string, unknown]) => {
      return [key, write(member, `${at}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`)] as const;
    });
    return Object.fromEntries(members);
  };
  return (value) => write(value, "");
}
