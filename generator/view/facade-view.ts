/** The facade: the operations as members of objects that are bound to a client, one object a tag. */
import type { Model, Tag } from "../model/model.js";
import { capitalise } from "../model/names.js";
import { displayTitle } from "./client-view.js";
import { identifier, propertyKey, ts } from "./code.js";
import { docComment } from "./doc-comment.js";
import { createImports } from "./import-lines.js";
import { paragraphs } from "./prose.js";
import type { FacadeGroupView, FacadeMemberView, FacadeView, OperationView } from "./view.js";

/**
 * Builds the view of the module of a tag.
 * @param operations of the tag, in its order
 */
export function buildFacadeGroup(tag: Tag, operations: readonly OperationView[]): FacadeGroupView {
  const imports = createImports();
  for (const name of ["ApiPromise", "Client", "RequestOptions"]) imports.type("../client.js", name);
  const members = operations.map(({ id, tag: folder, slug, doc, input, response, result }): FacadeMemberView => {
    const module = `../operations/${folder}/${slug}.js`;
    imports.value(module, id.text);
    for (const type of [input.type, response, result]) imports.type(module, type.text);
    const name = tag.members.find(({ operation }) => operation === id.text)?.name ?? id.text;
    return { key: propertyKey(name), doc, operation: id, input, response, result };
  });
  const prefix = capitalise(tag.key);
  return {
    imports: imports.lines(),
    doc: docComment(groupText(tag)),
    key: propertyKey(tag.key),
    type: identifier(`${prefix}Facade`),
    creator: identifier(`create${prefix}Facade`),
    members,
  };
}

function groupText({ name, description }: Tag): readonly string[] {
  const text = paragraphs(description);
  if (text.length > 0) return text;
  const isDefault = name === "default";
  return [`The operations ${isDefault ? "without a tag, or " : ""}of the tag \`${name.replaceAll("`", "")}\`.`];
}

/** Builds the view of `src/facade.ts`; null where there are no operations. */
export function buildFacadeView(
  model: Model,
  tags: readonly { readonly slug: string; readonly facade: FacadeGroupView }[],
): FacadeView | null {
  if (tags.length === 0) return null;
  const title = displayTitle(model.info.title);
  // All modules of tags call their function alike: users import one of them, this module has all.
  const groups = tags.map(({ slug, facade: { type, creator } }) => {
    const module = `./facade/${slug}.js`;
    return { module, line: ts`import { type ${type}, createFacade as ${creator} } from ${module};` };
  });
  return {
    imports: [
      ts`import type { Client } from ${"./client.js"};`,
      ...groups.sort((a, b) => (a.module < b.module ? -1 : 1)).map(({ line }) => line),
    ],
    doc: docComment([`The operations of ${title === "" ? "the API" : title}, bound to a client, by their tags.`]),
  };
}
