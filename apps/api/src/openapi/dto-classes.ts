import { type INestApplication } from '@nestjs/common';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { isZodDto, type ZodDto } from 'nestjs-zod/dto';
import { UploadMetadataDto } from '../ingest/upload-body.js';
import { ProblemDto } from './api-problem.js';

/** Where Swagger's decorators leave the answers of a route. */
const RESPONSES = 'swagger/apiResponse';

/**
 * The classes behind the document's schemas, by the name that they have in it. Swagger itself reads their properties one by one and loses
 * what it does not know (`["string","null"]` becomes a list), so the schemas are written from the classes again.
 *
 * @throws when two different classes bear one name: in the document one would stand for both
 */
export function dtoClassesOf(app: INestApplication): Map<string, ZodDto> {
  const scanner = new MetadataScanner();
  const found = new Map<string, ZodDto>([ProblemDto, UploadMetadataDto].map((type) => [type.name, type as ZodDto]));
  const take = (type: unknown) => {
    if (Array.isArray(type)) return type.forEach(take);
    if (!isZodDto(type)) return;
    const name = (type as unknown as { name: string }).name;
    const before = found.get(name);
    if (before && before.schema !== type.schema)
      throw new Error(`Two different shapes are called ${name}: rename one.`);
    found.set(name, type);
  };
  for (const { metatype } of controllersOf(app)) {
    const prototype = (metatype as { prototype: Record<string, object> }).prototype;
    for (const method of scanner.getAllMethodNames(prototype)) {
      const responses = Reflect.getMetadata(RESPONSES, prototype[method] as object) as Record<
        string,
        { type: unknown }
      >;
      Object.values(responses ?? {}).forEach(({ type }) => take(type));
      take(Reflect.getMetadata('design:paramtypes', prototype, method));
    }
  }
  return found;
}

const controllersOf = (app: INestApplication) =>
  [...app.get(ModulesContainer).values()].flatMap(({ controllers }) => [...controllers.values()]);
