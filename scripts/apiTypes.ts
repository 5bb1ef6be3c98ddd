interface Schema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly description?: string;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema?: Schema }>>;
}

interface Parameter {
  readonly in: string;
  readonly name: string;
  readonly required?: boolean;
  readonly schema?: Schema;
}

interface Operation {
  readonly summary?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content;
  readonly responses?: Readonly<Record<string, Content>>;
}

export interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

const head = `/* eslint-disable max-lines -- one file of types for the whole API */
`;

/** TypeScript types of everything that the API takes and gives. */
export function clientTypes({ paths, components }: Description): string {
  const named = Object.entries(components.schemas).map(
    ([name, schema]) => `${comment(schema.description)}export type ${name} = ${typeOf(schema)};`,
  );
  const endpoints = Object.entries(paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]) => endpointOf(method, path, operation)),
  );
  return `${head}\n${named.join('\n')}\n\n/** Every endpoint by method and path. */\nexport interface Endpoints {\n${endpoints.join('\n')}\n}\n`;
}

function comment(text: string | undefined): string {
  return text === undefined ? '' : `/** ${text} */\n`;
}

function endpointOf(method: string, path: string, operation: Operation): string {
  const { summary, parameters = [], requestBody, responses = {} } = operation;
  const ok = Object.entries(responses).find(([status]) => status.startsWith('2'))?.[1];
  const json = ok?.content?.['application/json']?.schema;
  const body = requestBody?.content?.['application/json']?.schema;
  const parts = [
    `path: ${parametersOf(parameters, 'path')}`,
    `query: ${parametersOf(parameters, 'query')}`,
    `body: ${body === undefined ? 'undefined' : typeOf(body)}`,
    `answer: ${json === undefined ? 'undefined' : typeOf(json)}`,
  ];
  return `${comment(summary)}'${method.toUpperCase()} ${path}': { ${parts.join('; ')} };`;
}

function parametersOf(parameters: readonly Parameter[], where: string): string {
  const fields = parameters
    .filter((parameter) => parameter.in === where)
    .map(({ name, required = false, schema = {} }) => `'${name}'${required ? '' : '?'}: ${typeOf(schema)}`);
  return fields.length === 0 ? 'undefined' : `{ ${fields.join('; ')} }`;
}

function typeOf(schema: Schema): string {
  const { $ref, enum: values, anyOf, oneOf, type } = schema;
  if ($ref !== undefined) return $ref.slice($ref.lastIndexOf('/') + 1);
  if (values !== undefined) return values.map((value) => JSON.stringify(value)).join(' | ');
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  const either = anyOf ?? oneOf;
  if (either !== undefined) return either.map((each) => `(${typeOf(each)})`).join(' | ');
  const types = type === undefined ? [] : [type].flat();
  return types.length === 0 ? 'unknown' : types.map((each) => typeNamed(each, schema)).join(' | ');
}

function typeNamed(type: string, schema: Schema): string {
  switch (type) {
    case 'integer':
    case 'number':
      return 'number';
    case 'array':
      return `readonly (${typeOf(schema.items ?? {})})[]`;
    case 'object':
      return recordOf(schema);
    default:
      return type;
  }
}

function recordOf({ properties = {}, required = [], additionalProperties }: Schema): string {
  const fields = Object.entries(properties).map(([name, schema]) => {
    const mark = required.includes(name) ? '' : '?';
    return `${comment(schema.description)}readonly ${JSON.stringify(name)}${mark}: ${typeOf(schema)};`;
  });
  const open = additionalProperties === true || typeof additionalProperties === 'object';
  if (fields.length === 0) {
    const value = typeof additionalProperties === 'object' ? typeOf(additionalProperties) : 'unknown';
    return `{ readonly [key: string]: ${value} }`;
  }
  return `{ ${fields.join('\n')} ${open ? 'readonly [key: string]: unknown;' : ''} }`;
}
