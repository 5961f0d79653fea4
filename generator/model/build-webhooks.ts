/** Webhooks and callbacks: named, and built as operations are. */
import type { Diagnostics } from "../diagnostics.js";
import type { NormalDocument, NormalIncoming } from "../document/normal-document.js";
import { assignWebhookNames, type NamedWebhook, type OperationNames } from "./assign-names.js";
import { buildOperation } from "./build-operation.js";
import { derivedTypes } from "./derived-names.js";
import type { FormOptions } from "./form-dialect.js";
import type { NamedSchema, Operation, Webhook } from "./model.js";
import { pascalCase } from "./names.js";
import { sourcesOf } from "./operation-sources.js";
import type { SchemaTable } from "./schema-shape.js";

export interface WebhookContext {
  readonly schemas: readonly NamedSchema[];
  readonly table: SchemaTable;
  readonly forms: FormOptions;
}

/**
 * Builds the webhooks of a document, each followed by its callbacks, and then the callbacks of the operations.
 * @param operations those that were built: a callback of any other is left out with it
 */
export function buildWebhooks(
  document: Pick<NormalDocument, "operations" | "webhooks">,
  operations: readonly Operation[],
  context: WebhookContext,
  diagnostics: Diagnostics,
): readonly Webhook[] {
  // Bytes of any media type can arrive: it is for sending them that more would have to be known.
  const arriving: Diagnostics = {
    ...diagnostics,
    add(code, place, parameters) {
      if (code !== "media-type-unsupported") diagnostics.add(code, place, parameters);
    },
  };
  const { table, forms, schemas } = context;
  const build = (found: readonly Found[], before: readonly Operation[]): readonly Webhook[] => {
    const names = assignWebhookNames(found.map(named), {
      ids: before.map(({ id }) => id),
      slugs: before.map(({ slug }) => slug),
      types: [...schemas.map(({ id }) => id), ...before.flatMap(typesOf)],
    });
    return found.map(({ incoming, owner }, index): Webhook => {
      const place = {
        names: nameAt(names, index),
        tag: "",
        table,
        security: [],
        servers: [],
        schemes: [],
        forms,
        pagination: null,
      };
      const { expression } = incoming;
      return {
        name: incoming.name,
        callback: owner === null || expression === null ? null : { owner: owner.id, expression },
        operation: buildOperation(incoming.operation, place, arriving),
      };
    });
  };
  const webhooks = build(
    document.webhooks.map((incoming) => ({ incoming, owner: null })),
    operations,
  );
  const received = webhooks.map(({ operation }) => operation);
  const sources = sourcesOf(document.operations, operations);
  const following = [
    ...document.webhooks.flatMap(({ operation: { callbacks } }, index) =>
      callbacks.map((incoming) => ({ incoming, owner: received[index] ?? null })),
    ),
    ...operations.flatMap((owner) => (sources.get(owner)?.callbacks ?? []).map((incoming) => ({ incoming, owner }))),
  ];
  const callbacks = build(following, [...operations, ...received]);
  const behind = (owner: Operation) => callbacks.filter(({ callback }) => callback?.owner === owner.id);
  return [...webhooks.flatMap((webhook) => [webhook, ...behind(webhook.operation)]), ...operations.flatMap(behind)];
}

interface Found {
  readonly incoming: NormalIncoming;
  /** What a callback follows from. */
  readonly owner: Operation | null;
}

/**
 * `NewPetWebhook` for the webhook `newPet`, `SubscribeOnEventCallback` for the callback `onEvent` of the operation
 * `subscribe`; with the method, where the path item has several.
 */
function named({ incoming, owner }: Found): NamedWebhook {
  const { name, expression, several, operation } = incoming;
  const kind = owner === null ? "Webhook" : "Callback";
  const method = several ? pascalCase(operation.method, "") : "";
  const word = pascalCase(name, "");
  // `petWebhook` says already what it is.
  const base = method === "" && word.endsWith(kind) ? word.slice(0, -kind.length) : word;
  return {
    exact: [owner?.name ?? "", name, expression ?? "", operation.method].join(" "),
    wish: `${owner?.typeId ?? ""}${base}${method}${kind}`,
    // Of several URLs none is more the callback than the others.
    isClean: /^[a-z][A-Za-z\d]*$/.test(name) && base === word && !incoming.shared,
    requestBody: operation.requestBody,
    responses: operation.responses,
  };
}

function typesOf({ typeId, requestBody, responses }: Operation): readonly string[] {
  const bodies = requestBody === null ? [] : [requestBody, ...requestBody.others];
  // More names than there may be: a name too many is no harm.
  return derivedTypes(typeId, {
    statuses: responses.map(({ status }) => status),
    hasStreams: true,
    requests: bodies.flatMap(({ documented }) => documented),
    responses: responses.map(({ contents }) => contents.map(({ mediaType }) => mediaType)),
  });
}

function nameAt(names: readonly OperationNames[], index: number): OperationNames {
  const found = names[index];
  if (found === undefined) throw new Error("every webhook is named");
  return found;
}
