import { createJsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';
import { version } from '../../version.ts';

interface ZodLike {
  readonly _zod: { readonly def: { readonly type: string } };
}
interface MutableSchema {
  type?: unknown;
  format?: unknown;
  pattern?: unknown;
  minimum?: unknown;
  maximum?: unknown;
}

/** Schemas say what goes over the wire: a moment is text there, and limits that say nothing are left out. */
function asSent({
  zodSchema,
  jsonSchema,
}: {
  readonly zodSchema: ZodLike;
  readonly jsonSchema: MutableSchema;
}): void {
  if (zodSchema._zod.def.type === 'date') Object.assign(jsonSchema, { type: 'string', format: 'date-time' });
  if (jsonSchema.format === 'uuid') delete jsonSchema.pattern;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
}

type Document = ReturnType<typeof jsonSchemaTransformObject>;

/** Named shapes are answers; the copies that are made for requests are nowhere referred to. */
function withoutCopies(document: Document): Document {
  const { components } = document as { components?: { schemas?: Record<string, unknown> } };
  const schemas = components?.schemas ?? {};
  const kept = Object.entries(schemas).filter(([name]) => !name.endsWith('Input'));
  return { ...document, components: { ...components, schemas: Object.fromEntries(kept) } } as Document;
}

/** What the description of the API is made with: OpenAPI 3.1 from the schemas that validate. */
export const descriptionOptions = {
  openapi: {
    openapi: '3.1.0',
    info: {
      title: 'Mingsuan',
      version,
      description:
        'Departmental budgets from preparing to publishing. Refusals are problem details (RFC 9457).',
    },
    components: {
      securitySchemes: {
        session: { type: 'apiKey' as const, in: 'cookie' as const, name: 'mingsuan_session' },
        token: { type: 'http' as const, scheme: 'bearer' },
      },
    },
  },
  transform: createJsonSchemaTransform({
    zodToJsonConfig: { unrepresentable: 'any', override: asSent },
  }),
  transformObject: (document: Parameters<typeof jsonSchemaTransformObject>[0]): Document =>
    withoutCopies(jsonSchemaTransformObject(document)),
};
