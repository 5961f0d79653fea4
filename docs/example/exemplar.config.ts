import { defineConfig } from "openapi-exemplar";

export default defineConfig({
  document: "openapi.yml",
  output: "generated/acme-orders",
  templates: ["client", "fixtures", "mock", { set: "./templates", options: { registry: "https://npm.acme.example" } }],
});
