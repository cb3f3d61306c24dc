import { type Type } from '@nestjs/common';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type FastifyInstance } from 'fastify';
import { type ModuleName, type ModuleWords, type ScheduleName } from '#contracts';
import { type Refusal } from '#platform/rules';

/** What the clock starts of a module, as the worker's own listing has it (`apps/worker/src/schedules.ts`). Times in milliseconds. */
export interface ModuleSchedule {
  readonly name: ScheduleName;
  readonly every: number;
  readonly lateAfter: number;
  readonly run: (get: <S>(service: Type<S>) => S) => Promise<number>;
}

/**
 * A module as the house takes it: everything that it registers, in one place (docs/decisions/0149). `SHOUWEN_MODULES_OFF` takes its routes and
 * schedules away; its tables are there always, for what looks after all data.
 */
export interface Module {
  /** What outlasts its being on: routes, events, permissions, names of schedules. */
  readonly words: Omit<ModuleWords, 'events'> & { readonly name: ModuleName };
  readonly tables: readonly Type[];
  /** The Nest module of its services. */
  readonly services?: Type;
  /** The groups of `words.routes`, implemented; loaded by the API alone. */
  readonly handlers: () => Promise<readonly Type[]>;
  /** What it answers beside declared routes: a protocol of other makers. */
  readonly serve?: (fastify: FastifyInstance, app: NestFastifyApplication) => Promise<void>;
  readonly schedules: readonly ModuleSchedule[];
  readonly refusals: Readonly<Record<string, Refusal<never[]>>>;
}
