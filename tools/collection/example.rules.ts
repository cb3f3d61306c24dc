import { type JsonSchema } from '../client/write-type.rules.js';

/** Deep enough for every body of the API; what is deeper refers to itself. */
const DEEPEST = 8;

/** A value that shows what a schema takes: what is required, with the first of several choices. */
export function exampleOf(schema: JsonSchema, schemas: Record<string, JsonSchema>, depth = 0): unknown {
  if (depth > DEEPEST) return null;
  const next = (one: JsonSchema) => exampleOf(one, schemas, depth + 1);
  if (schema.$ref !== undefined) return next(schemas[schema.$ref.split('/').at(-1) ?? ''] ?? {});
  if ('default' in schema) return schema.default;
  if ('const' in schema) return schema.const;
  if (schema.enum) return schema.enum[0];
  const several = schema.anyOf ?? schema.oneOf;
  if (several?.[0]) return next(several[0]);
  if (schema.allOf) return Object.assign({}, ...schema.allOf.map(next)) as unknown;
  const type = Array.isArray(schema.type) ? schema.type[0] : schema.type;
  if (type === 'object') {
    const { properties = {}, required = [] } = schema;
    const shown = Object.entries(properties).filter(([name]) => required.includes(name));
    return Object.fromEntries(shown.map(([name, one]) => [name, next(one)]));
  }
  if (type === 'array') return schema.prefixItems?.map(next) ?? (schema.items ? [next(schema.items)] : []);
  return plain(type, schema);
}

function plain(type: string | undefined, { format, minimum, exclusiveMinimum }: JsonSchema): unknown {
  if (type === 'number' || type === 'integer') return minimum ?? (exclusiveMinimum ?? -1) + 1;
  if (type === 'boolean') return false;
  if (type !== 'string') return null;
  if (format === 'uuid') return '00000000-0000-4000-8000-000000000000';
  if (format === 'date-time') return '2026-03-12T06:02:00Z';
  return format === 'date' ? '2026-03-12' : '';
}
