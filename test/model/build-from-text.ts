import { collectDiagnostics } from "../../generator/diagnostics.js";
import { inferSchemas } from "../../generator/document/infer.js";
import { normalise } from "../../generator/document/normalise.js";
import { resolveReferences } from "../../generator/document/resolve.js";
import { buildModel } from "../../generator/model/build-model.js";
import type { Model } from "../../generator/model/model.js";
import { defaultPagination, type PaginationOptions } from "../../generator/model/pagination.js";
import { codesAt, documentFrom } from "../document/document-fixture.js";

/** The model of a document that is given as text, and what was said of it, each as `code place`. */
export function buildFromText(
  text: string,
  pagination: PaginationOptions = defaultPagination,
): { readonly model: Model; readonly codes: readonly string[] } {
  const diagnostics = collectDiagnostics();
  const normal = normalise(resolveReferences(documentFrom(text), diagnostics), diagnostics);
  if (normal === null) throw new Error(codesAt(diagnostics).join("\n"));
  const complete = inferSchemas(normal, { required: "seen", partial: "keep" }, diagnostics);
  const model = buildModel(complete, { dialect: null, operations: {} }, diagnostics, { pagination });
  return { model, codes: codesAt(diagnostics) };
}
