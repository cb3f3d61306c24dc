/** As much of JSON Schema as the API's description uses. */
export interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  description?: string;
  format?: string;
  enum?: unknown[];
  const?: unknown;
  anyOf?: JsonSchema[];
  oneOf?: JsonSchema[];
  allOf?: JsonSchema[];
  not?: JsonSchema;
  items?: JsonSchema | false;
  prefixItems?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  required?: string[];
  additionalProperties?: boolean | JsonSchema;
  propertyNames?: JsonSchema;
  default?: unknown;
  example?: unknown;
  minimum?: number;
  exclusiveMinimum?: number;
}

const COMPONENT = '#/components/schemas/';

/** A schema as a TypeScript type. What the schema leaves open is `unknown`. */
export function typeOf(schema: JsonSchema): string {
  if (schema.$ref !== undefined) return schema.$ref.replace(COMPONENT, '');
  if (schema.not && Object.keys(schema.not).length === 0) return 'never';
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.enum) return union(schema.enum.map((value) => JSON.stringify(value)));
  const several = schema.anyOf ?? schema.oneOf;
  if (several) return union(several.map(typeOf));
  if (schema.allOf) return schema.allOf.map((one) => `(${typeOf(one)})`).join(' & ');
  if (Array.isArray(schema.type)) return union(schema.type.map((type) => typeOf({ ...schema, type })));
  return plain(schema);
}

function plain(schema: JsonSchema): string {
  switch (schema.type) {
    case 'string':
      return schema.format === 'binary' ? 'Blob' : 'string';
    case 'number':
    case 'integer':
      return 'number';
    case 'boolean':
    case 'null':
      return schema.type;
    case 'array':
      return listOf(schema);
    case 'object':
      return objectOf(schema);
    default:
      return 'unknown';
  }
}

function listOf({ items, prefixItems }: JsonSchema): string {
  if (prefixItems) return `[${prefixItems.map(typeOf).join(', ')}]`;
  return items ? `Array<${typeOf(items)}>` : 'unknown[]';
}

function objectOf(schema: JsonSchema): string {
  const { properties = {}, required = [], additionalProperties: more, propertyNames } = schema;
  const fields = Object.entries(properties).map(
    ([name, one]) =>
      `${commentOf(one.description)}${fieldName(name)}${required.includes(name) ? '' : '?'}: ${typeOf(one)};`,
  );
  if (fields.length > 0) return `{ ${fields.join(' ')} }`;
  if (more === undefined || more === false) return 'Record<string, never>';
  const value = more === true ? 'unknown' : typeOf(more);
  const keys = propertyNames ? typeOf(propertyNames) : 'string';
  if (keys === 'string') return `Record<string, ${value}>`;
  return required.length > 0 ? `Record<${keys}, ${value}>` : `Partial<Record<${keys}, ${value}>>`;
}

const union = (types: string[]): string => {
  const once = [...new Set(types)];
  return once.length === 1 ? (once[0] ?? 'never') : `(${once.join(' | ')})`;
};

export const fieldName = (name: string): string => (/^[A-Za-z_$][\w$]*$/.test(name) ? name : JSON.stringify(name));

/** `text` as a comment before what it is about; nothing of nothing. */
export const commentOf = (text: string | undefined): string =>
  text === undefined || text === '' ? '' : `/** ${text.replaceAll('*/', '* /').replace(/\s+/g, ' ')} */ `;
