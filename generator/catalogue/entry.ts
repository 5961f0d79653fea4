/** How an entry of the catalogue is written, so that its functions know what the code's message names. */
import type { CatalogueEntry } from "../diagnostics.js";

/** An entry, with the shape of what its message names. */
export function entry<P>(definition: CatalogueEntry<P>): CatalogueEntry<P> {
  return definition;
}

/** For messages that name nothing. */
export type Nothing = Readonly<Record<string, never>>;
