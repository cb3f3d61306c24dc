import { type OpenAPIObject } from '@nestjs/swagger';
import { type ZodDto } from 'nestjs-zod/dto';
import { z } from 'zod';
import * as contracts from '#contracts';
import { mergeSides, rewriteRefs, type Schemas } from './schema-names.rules.js';

type Side = 'input' | 'output';

/**
 * Writes the document's schemas from zod itself. Every schema that `contracts` exports is named after its export (`callRowSchema` →
 * `CallRow`) and stands once, wherever it is used; a shape of one route only is named after its class.
 */
export function withContractSchemas(document: OpenAPIObject, classes: Map<string, ZodDto>): OpenAPIObject {
  const names = contractNames();
  const sides: Record<Side, Schemas> = { input: {}, output: {} };
  const places = Object.keys(document.components?.schemas ?? {}).flatMap((component) => {
    const dto = classes.get(component) ?? classes.get(component.replace(/_Output$/, ''));
    if (!dto) return [];
    const side: Side = component.endsWith('_Output') ? 'output' : 'input';
    const schema = dto.schema as z.ZodType;
    if (!names.has(schema)) names.add(schema, { id: freeName(names, component) });
    Object.assign(sides[side], definitionsOf(schema, names, side));
    return [{ component, side, name: names.get(schema)?.id ?? component }];
  });
  const { schemas, inputNames } = mergeSides(sides.input, sides.output);
  const renamed = new Map(
    places.map(({ component, side, name }) => [component, side === 'input' ? (inputNames.get(name) ?? name) : name]),
  );
  const others = Object.entries(document.components?.schemas ?? {}).filter(([component]) => !renamed.has(component));
  return {
    ...rewriteRefs(document, '#/components/schemas/', (name) => renamed.get(name) ?? name),
    components: { ...document.components, schemas: { ...Object.fromEntries(others), ...schemas } },
  };
}

type Names = z.core.$ZodRegistry<{ id: string }>;

function contractNames(): Names {
  const names = z.registry<{ id: string }>();
  for (const [name, schema] of Object.entries(contracts as Record<string, unknown>)) {
    if (name.endsWith('Schema') && schema instanceof z.ZodType && !names.has(schema))
      names.add(schema, { id: `${name.charAt(0).toUpperCase()}${name.slice(1, -'Schema'.length)}` });
  }
  return names;
}

/** `LanguageDto` → `Language`, or `LanguageBody` where the contract has another `Language`. */
function freeName(names: Names, component: string): string {
  const plain = component.replace(/_Output$/, '').replace(/Dto$/, '');
  const taken = [...names._idmap.keys()].includes(plain);
  return taken ? `${plain}Body` : plain;
}

function definitionsOf(schema: z.ZodType, metadata: Names, io: Side): Schemas {
  const written = z.toJSONSchema(schema, { metadata, io, override: ({ jsonSchema }) => trim(jsonSchema, io) });
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
  if (io === 'output' && schema.additionalProperties === false) delete schema.additionalProperties;
}
