import { z } from 'zod';
import * as contracts from '#contracts';
import { mergeSides, type Schemas } from './schema-names.rules.js';

export type Side = 'input' | 'output';

/** A shape that crosses the wire, and in which direction. */
export interface Shape {
  schema: z.ZodType;
  side: Side;
}

export interface Components {
  schemas: Schemas;
  /** @throws where the contract does not export the schema: it has no name then */
  refTo: (shape: Shape) => { $ref: string };
}

/**
 * The document's schemas, written from zod itself. Each is named after its export in `contracts` (`callRowSchema` → `CallRow`) and appears
 * once, wherever it is used.
 */
export function componentsOf(shapes: readonly Shape[]): Components {
  const names = contractNames();
  const nameOf = (schema: z.ZodType): string => {
    const name = names.get(schema)?.id;
    if (name === undefined)
      throw new Error(`export this schema from contracts, so that it has a name: ${told(schema)}`);
    return name;
  };
  const sides: Record<Side, Schemas> = { input: {}, output: {} };
  for (const { schema, side } of shapes)
    if (nameOf(schema)) Object.assign(sides[side], definitionsOf(schema, names, side));
  const { schemas, inputNames } = mergeSides(sides.input, sides.output);
  const refTo = ({ schema, side }: Shape) => {
    const name = nameOf(schema);
    return { $ref: `#/components/schemas/${side === 'input' ? (inputNames.get(name) ?? name) : name}` };
  };
  return { schemas, refTo };
}

/** A schema as it is, for what is too small to have a name: a parameter. */
export const inlineSchema = (schema: z.ZodType): z.core.JSONSchema.BaseSchema => {
  const { $schema: _, ...written } = z.toJSONSchema(schema, {
    io: 'input',
    metadata: z.registry(),
    override: ({ jsonSchema }) => trim(jsonSchema, 'input'),
  });
  return written;
};

const told = (schema: z.ZodType): string => JSON.stringify(inlineSchema(schema)).slice(0, 200);

type Names = z.core.$ZodRegistry<{ id: string }>;

function contractNames(): Names {
  const names = z.registry<{ id: string }>();
  for (const [name, schema] of Object.entries(contracts as Record<string, unknown>)) {
    if (name.endsWith('Schema') && schema instanceof z.ZodType && !names.has(schema))
      names.add(schema, { id: `${name.charAt(0).toUpperCase()}${name.slice(1, -'Schema'.length)}` });
  }
  return names;
}

function definitionsOf(schema: z.ZodType, metadata: Names, io: Side): Schemas {
  const written = z.toJSONSchema(schema, {
    ...{ metadata, io },
    override: ({ zodSchema, jsonSchema }) => {
      trim(jsonSchema, io);
      if (z.globalRegistry.get(zodSchema)?.['deprecated']) jsonSchema['deprecated'] = true;
    },
  });
  return written.$defs as Schemas;
}

/**
 * Leaves out what says nothing: patterns beside a format, the bounds of every JavaScript integer. An answer may gain properties without
 * being another answer; a request may not.
 */
function trim(schema: z.core.JSONSchema.BaseSchema, io: Side): void {
  if (schema.format) delete schema.pattern;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  nameProperties(schema);
  if (io === 'output' && schema.additionalProperties === false) delete schema.additionalProperties;
}

/** An object of which the names are known is described with them: a client that knows only that there are some can check and offer none. */
function nameProperties(schema: z.core.JSONSchema.BaseSchema): void {
  const { propertyNames, additionalProperties, properties } = schema;
  const names = typeof propertyNames === 'object' ? propertyNames.enum : undefined;
  if (!names || typeof additionalProperties !== 'object' || properties) return;
  schema.properties = Object.fromEntries(names.map((name) => [String(name), additionalProperties]));
  schema.additionalProperties = false;
  delete schema.propertyNames;
}
