/** A run that is to be killed: writes one of two outputs to a folder, and says when it begins and that it is done. */
import { readFileSync } from "node:fs";
import { collectDiagnostics } from "../../generator/diagnostics.js";
import { emit } from "../../generator/output/emit.js";
import type { OutputFile } from "../../generator/output/output-file.js";

const [out = "", file = "", inputs = ""] = process.argv.slice(2);
// Written by the parent.
const files = JSON.parse(readFileSync(file, "utf8")) as readonly OutputFile[];
process.once("message", () => {
  const diagnostics = collectDiagnostics();
  void emit(out, files, inputs, diagnostics).then((result) => {
    process.send?.(result === null ? diagnostics.list() : "done");
    process.disconnect();
  });
});
process.send?.("ready");
