/**
 * Every diagnostic that exists: severity, sentence, help, explanation. Codes are stable: users silence and search by
 * them. In order of the stage that reports them.
 */
import type { CatalogueEntry } from "./diagnostics.js";

function entry<P>(definition: CatalogueEntry<P>): CatalogueEntry<P> {
  return definition;
}

export const catalogue = {
  // load
  "document-not-found": entry<{ path: string; reason: string }>({
    severity: "error",
    message: ({ path, reason }) => `The file ${quote(path)} cannot be read: ${reason}.`,
    help: () => "Check the path; it is relative to the working directory, or to the config file where it is named there.",
    explanation: "The document, or an overlay, is not where the command or the config says, or may not be read. Nothing was written.",
  }),
};

/** Text of a document as it stands in a message: in double quotes, controls escaped, long text cut. */
function quote(text: string): string {
  const cut = text.length > 80 ? `${text.slice(0, 77)}...` : text;
  return JSON.stringify(cut).replace(/[\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, (char) =>
    `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
