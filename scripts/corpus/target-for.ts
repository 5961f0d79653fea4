/** The target of a document that is only generated to be tried. */
import { resolve } from "node:path";
import { defaultTemplates, type Target } from "../../generator/config.js";
import { defaultPagination } from "../../generator/model/pagination.js";

/** Default options throughout, but for integers of 64 bits. */
export function targetFor(document: string, int64: Target["int64"]): Target {
  return {
    document,
    overlays: [],
    output: resolve("generated", "corpus"),
    templates: defaultTemplates,
    packageName: "corpus",
    packageVersion: "0.0.0",
    infer: { required: "seen", partial: "keep" },
    refs: { roots: [], hosts: [] },
    forms: { dialect: null, operations: {} },
    pagination: defaultPagination,
    int64,
    strict: false,
    verify: false,
  };
}
