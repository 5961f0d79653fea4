import { defineConfig } from "openapi-exemplar";

export default defineConfig({
  document: "spec/zoom-account.yml",
  overlays: ["spec/zoom-account.overlay.yml"],
  output: "generated/zoom-account",
  package: { name: "zoom-account", version: "1.0.0" },
});
