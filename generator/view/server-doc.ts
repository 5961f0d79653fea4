/** Servers in words: those of the document, and those of an operation. */
import type { Server } from "../model/model.js";
import { paragraphs } from "./prose.js";

/**
 * All servers and their variables, where there is more to say than where calls go.
 * @param title the line before them
 */
export function serversDoc(servers: readonly Server[], title: string): readonly string[] {
  if (servers.length < 2 && servers.every(({ variables }) => variables.length === 0)) return [];
  const lines = servers.flatMap(({ template, variables, description }) => [
    `- \`${codeText(template)}\`${aside(description)}`,
    ...variables.map((variable) => {
      const values = variable.enum.map((value) => `\`${codeText(value)}\``).join(", ");
      const among = values === "" ? "" : `, one of ${values}`;
      return `  - \`${codeText(variable.name)}\`: \`${codeText(variable.default)}\`${among}${aside(variable.description)}`;
    }),
  ]);
  return [[title, ...lines].join("\n")];
}

/** A description on the same line, or nothing. */
function aside(description: string | null): string {
  const text = paragraphs(description).join(" ").replace(/\s+/g, " ").trim();
  return text === "" ? "" : `: ${text}`;
}

function codeText(text: string): string {
  return text.replaceAll("`", "");
}
