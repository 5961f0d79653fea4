/**
 * Every diagnostic that exists: severity, sentence, help, explanation. Codes are stable: users silence and search by
 * them. In order of the stage that reports them.
 */
import { documentEntries } from "./catalogue/document-entries.js";
import { loadEntries } from "./catalogue/load-entries.js";
import { modelEntries } from "./catalogue/model-entries.js";
import { operationEntries } from "./catalogue/operation-entries.js";
import { outputEntries } from "./catalogue/output-entries.js";
import { referenceEntries } from "./catalogue/reference-entries.js";
import { schemaEntries } from "./catalogue/schema-entries.js";
import { templateEntries } from "./catalogue/template-entries.js";

export const catalogue = {
  ...loadEntries,
  ...referenceEntries,
  ...documentEntries,
  ...schemaEntries,
  ...operationEntries,
  ...modelEntries,
  ...templateEntries,
  ...outputEntries,
};
