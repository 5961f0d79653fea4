/** Keywords that say nothing about a value: they may move to a schema that is put around this one. */
const notes: ReadonlySet<string> = new Set([
  "title",
  "description",
  "default",
  "example",
  "examples",
  "deprecated",
  "readOnly",
  "writeOnly",
  "externalDocs",
  "xml",
  "summary",
  "$comment",
]);

/** True for a keyword that describes, and decides no type. */
export function isNote(keyword: string): boolean {
  return notes.has(keyword) || keyword.startsWith("x-");
}
