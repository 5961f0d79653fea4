/** The target of a document that is only generated to be tried. */
import { resolve } from "node:path";
import { defaultTemplates, type Target } from "../../generator/config.js";
import { defaultPagination } from "../../generator/model/pagination.js";

/** Default options throughout, but for what integers of 64 bits and dates are in code. */
export function targetFor(document: string, { int64, dates }: Pick<Target, "int64" | "dates">): Target {
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
    dates,
    strict: false,
    verify: false,
  };
}
