/** The type of an operation's input: its sections, and where its body has several media types, a union of inputs. */
import type { Operation } from "../model/model.js";
import { declaration, type Expression, type Identifier, joinCode, propertyKey, ts } from "./code.js";
import { docComment } from "./doc-comment.js";
import { paragraphs } from "./prose.js";
import type { TypeView } from "./view.js";

export interface Section {
  readonly key: string;
  readonly type: Identifier | Expression;
  readonly required: boolean;
  readonly doc: string | null;
}

/**
 * Declares the input.
 * @param sections those that are there whatever the body is
 * @param bodies the sections of each body, the preferred one first; none where there is no body
 */
export function inputType(
  operation: Operation,
  type: Identifier,
  sections: readonly Section[],
  bodies: readonly (readonly Section[])[],
): TypeView {
  const doc = docComment([`What \`${operation.id}\` is called with.`]);
  const [first = [], ...others] = bodies;
  const preferred = [...sections, ...first];
  if (preferred.length === 0)
    return { id: type, doc, declaration: declaration(ts`export type ${type} = Record<string, never>;`.text) };
  if (others.length === 0)
    return { id: type, doc, declaration: declaration(ts`export interface ${type} ${objectType(preferred)}`.text) };
  const union = joinCode(
    [first, ...others].map((own) => objectType([...sections, ...own])),
    " | ",
  );
  return { id: type, doc, declaration: declaration(ts`export type ${type} = ${union};`.text) };
}

function objectType(sections: readonly Section[]): Expression {
  const members = sections.map((section) => {
    const member = ts`readonly ${propertyKey(section.key)}${section.required ? ts`` : ts`?`}: ${section.type};`;
    const comment = docComment(paragraphs(section.doc));
    return comment.text === "" ? member : joinCode([comment, member], "\n");
  });
  return ts`{\n${joinCode(members, "\n")}\n}`;
}
