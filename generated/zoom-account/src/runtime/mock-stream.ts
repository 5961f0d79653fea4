/** Examples of streams, as the text that a server sends. */

const sequence = /^application\/(.+\+)?json-seq$/i;
const events = /^text\/event-stream$/i;

/** True for media types whose values stand one after the other. */
export function isStream(mediaType: string): boolean {
  return (
    /^application\/(x-)?(ndjson|jsonl|jsonlines|json-lines)$/i.test(mediaType) ||
    sequence.test(mediaType) ||
    events.test(mediaType)
  );
}

/**
 * Writes the values of a stream.
 * @param write in place of `JSON.stringify`
 * @param values the items of JSON lines; for an event stream events (`event`, `data`, `id`, `retry`), or their data
 */
export function streamText(
  mediaType: string,
  values: readonly unknown[],
  write: (value: unknown) => string = JSON.stringify,
): string {
  const start = sequence.test(mediaType) ? "\x1e" : "";
  return values
    .map((value) => (events.test(mediaType) ? eventText(value, write) : `${start}${write(value)}\n`))
    .join("");
}

function eventText(value: unknown, write: (value: unknown) => string): string {
  const fields = isEvent(value) ? Object.entries(value) : [["data", value] as const];
  const lines = fields.flatMap(([name, field]) => {
    const text = typeof field === "string" ? field : write(field);
    return text.split(/\r\n|\n|\r/).map((line) => `${name}: ${line}\n`);
  });
  return `${lines.join("")}\n`;
}

/** As the generator tells events from data: an object with data, and nothing else but what an event has. */
function isEvent(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, "data")) return false;
  return Object.keys(value).every((name) => ["event", "data", "id", "retry"].includes(name));
}
