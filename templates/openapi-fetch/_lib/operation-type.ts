/** An operation as openapi-typescript prints it, made of the types that its module has. */
import { joinCode, propertyKey, ts } from "openapi-exemplar/helpers";
import type { Expression, Identifier, OperationView } from "openapi-exemplar/view";

export interface OperationType {
  readonly type: Expression;
  /** The types of the operation's module that it names. */
  readonly names: readonly Identifier[];
}

/** The type of an operation. */
export function operationType(view: OperationView): OperationType {
  const names = new Map<string, Identifier>();
  const use = (id: Identifier) => {
    names.set(id.text, id);
    return id;
  };
  const type = ts`{ ${parametersType(view, use)} ${bodyType(view, use)} responses: { ${responsesType(view, use)} } }`;
  return { type, names: [...names.values()] };
}

type Use = (id: Identifier) => Identifier;

function parametersType({ data, dataTypes }: OperationView, use: Use): Expression {
  const sections = [
    ["query", dataTypes.query],
    ["header", dataTypes.headers],
    ["path", dataTypes.path],
    ["cookie", dataTypes.cookies],
  ] as const;
  const members = sections.map(([section, type]) => {
    if (type === null) return ts`${propertyKey(section)}?: never;`;
    const isRequired = data.parameters.some((parameter) => parameter.in === section && parameter.required);
    return ts`${propertyKey(section)}${isRequired ? ts`` : ts`?`}: ${use(type)};`;
  });
  return ts`parameters: { ${joinCode(members, " ")} };`;
}

function bodyType({ data, dataTypes }: OperationView, use: Use): Expression {
  const { requestBody } = data;
  if (requestBody === null) return ts`requestBody?: never;`;
  const members = requestBody.contents.flatMap(({ mediaTypes }, index) => {
    const type = dataTypes.bodies[index];
    return type === undefined ? [] : mediaTypes.map((mediaType) => [mediaType, ts`${use(type)}`] as const);
  });
  return ts`requestBody${requestBody.required ? ts`` : ts`?`}: { content: { ${byMediaType(members)} } };`;
}

function responsesType({ data, dataTypes }: OperationView, use: Use): Expression {
  const members = data.responses.map(({ status, headers, contents }, index) => {
    const types = dataTypes.responses[index]?.contents ?? [];
    const named = contents.map(({ mediaType }, at) => {
      const content = types[at];
      if (content === undefined) return [mediaType, ts`unknown`] as const;
      // What its module exports has a name.
      return [mediaType, content.exported ? ts`${use(content.type as Identifier)}` : ts`${content.type}`] as const;
    });
    const content = named.length === 0 ? ts`content?: never;` : ts`content: { ${byMediaType(named)} };`;
    const known = new Map(headers.map(({ name, required }) => [name, required]));
    const own = [...known].map(([name, required]) => ts`${propertyKey(name)}${required ? ts`` : ts`?`}: string;`);
    const any = ts`[name: string]: unknown;`;
    return ts`${propertyKey(status)}: { headers: { ${joinCode([...own, any], " ")} }; ${content} };`;
  });
  return joinCode(members, " ");
}

/** Members of `content`; of a media type that is there twice the last. */
function byMediaType(types: readonly (readonly [string, Expression])[]): Expression {
  const members = [...new Map(types)].map(([mediaType, type]) => ts`${propertyKey(mediaType)}: ${type};`);
  return joinCode(members, " ");
}
