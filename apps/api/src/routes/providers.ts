import { type DynamicModule, type Type } from '@nestjs/common';
import {
  INJECTABLE_WATERMARK,
  MODULE_METADATA,
  PARAMTYPES_METADATA,
  SELF_DECLARED_DEPS_METADATA,
} from '@nestjs/common/constants.js';

type Imported = Type | DynamicModule;
interface Parts {
  imports?: Imported[];
  providers?: (Type | { provide: unknown })[];
}

/**
 * The API's own providers: the classes that these are constructed with, and theirs in turn, as far as no module provides them. What a module
 * keeps to itself is not among them: Nest refuses to start.
 */
export function providersOf(roots: readonly Type[], imports: readonly Imported[]): Type[] {
  const provided = new Set<unknown>();
  for (const parts of partsOf(imports)) for (const one of parts.providers ?? []) provided.add(tokenOf(one));
  const own = new Set<Type>();
  const add = (constructed: Type): void => {
    for (const need of needsOf(constructed)) {
      if (typeof need !== 'function' || provided.has(need) || own.has(need as Type)) continue;
      if (!Reflect.hasMetadata(INJECTABLE_WATERMARK, need)) continue;
      own.add(need as Type);
      add(need as Type);
    }
  };
  roots.forEach(add);
  return [...own];
}

const tokenOf = (provider: Type | { provide: unknown }): unknown =>
  'provide' in provider ? provider.provide : provider;

function needsOf(constructed: Type): unknown[] {
  const needs = [...((Reflect.getMetadata(PARAMTYPES_METADATA, constructed) as unknown[] | undefined) ?? [])];
  const named = Reflect.getMetadata(SELF_DECLARED_DEPS_METADATA, constructed) as
    | { index: number; param: unknown }[]
    | undefined;
  for (const { index, param } of named ?? []) needs[index] = param;
  return needs;
}

function partsOf(imports: readonly Imported[], seen = new Set<Imported>()): Parts[] {
  return imports.flatMap((imported) => {
    if (seen.has(imported)) return [];
    seen.add(imported);
    const module = 'module' in imported ? imported.module : imported;
    const said = (key: keyof Parts) =>
      (Reflect.getMetadata(MODULE_METADATA[key.toUpperCase() as 'IMPORTS'], module) ?? []) as never[];
    const added = ('module' in imported ? imported : {}) as Parts;
    const inner = [...said('imports'), ...(added.imports ?? [])];
    return [{ providers: [...said('providers'), ...(added.providers ?? [])] }, ...partsOf(inner, seen)];
  });
}
