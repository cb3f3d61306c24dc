import {
  Controller,
  createParamDecorator,
  Header,
  HttpCode,
  RequestMapping,
  RequestMethod,
  SetMetadata,
  type ExecutionContext,
  type Type,
} from '@nestjs/common';
import { PARAMTYPES_METADATA } from '@nestjs/common/constants.js';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type z } from 'zod';
import { statusOf, type DeclaredRoute, type FileAnswer } from '#contracts';
import { type ENV, type Env } from '#platform';
import { type Asked } from './asked.js';
import { readAsked } from './read-asked.js';

type Routes = Readonly<Record<string, DeclaredRoute>>;

/** What a group's handlers are made with: classes that Nest constructs, and the settings. */
type Need = (abstract new (...args: never[]) => unknown) | typeof ENV;
type Given<N extends readonly Need[]> = {
  -readonly [I in keyof N]: N[I] extends abstract new (...args: never[]) => infer T ? T : Env;
};

/** JSON that is written already, and is answered as it is. */
export class JsonText {
  constructor(readonly text: string | Uint8Array) {}
}

type Answer<R extends DeclaredRoute> = R extends { answer: infer S extends z.ZodType }
  ? z.input<S> | JsonText
  : R extends { answer: FileAnswer }
    ? unknown
    : void;

/** A function for each route: it takes what the row reads and gives what the row answers. A file is a `StreamableFile`, or its text. */
export type Handlers<R extends Routes> = {
  readonly [K in keyof R]: (asked: Asked<R[K]>) => Answer<R[K]> | Promise<Answer<R[K]>>;
};

/** A group of routes with its handlers, as Nest runs it. */
export interface Implementation<R extends Routes> extends Type {
  readonly routes: R;
}

const HANDLERS = Symbol('handlers');
type Implemented = Record<typeof HANDLERS, Record<string, (asked: object) => unknown>>;

/**
 * Implements a group of routes: `implement(holdsRoutes, [HoldsQuery, HoldDesk], (query, desk) => ({ list: …, place: … }))`. Method, address and
 * status come from the rows, the access guard looks up there who may use them, and each handler is given the request read through its row's
 * schemas. A row without a handler, or a handler without a row, neither compiles nor starts.
 */
export function implement<const R extends Routes, const N extends readonly Need[], H extends Handlers<R>>(
  routes: R,
  needs: N,
  handlersOf: (...given: Given<N>) => H & Record<Exclude<keyof H, keyof R>, never>,
): Implementation<R> {
  class Group {
    static readonly routes = routes;
    readonly [HANDLERS]: Handlers<R>;
    constructor(...given: unknown[]) {
      this[HANDLERS] = handlersOf(...(given as Given<N>));
      assertSame(Object.keys(routes), Object.keys(this[HANDLERS]));
    }
  }
  const [[key, { id }] = ['', { id: '' }]] = Object.entries(routes);
  Object.defineProperty(Group, 'name', { value: id.slice(0, id.length - key.length) });
  Controller()(Group);
  Reflect.defineMetadata(PARAMTYPES_METADATA, needs, Group);
  for (const [name, route] of Object.entries(routes)) serve(Group.prototype, name, route);
  return Group;
}

function assertSame(rows: string[], handlers: string[]): void {
  const missing = rows.filter((name) => !handlers.includes(name)).map((name) => `${name} has no handler`);
  const stray = handlers.filter((name) => !rows.includes(name)).map((name) => `${name} has no row`);
  const wrong = [...missing, ...stray];
  if (wrong.length > 0) throw new Error(`Routes and handlers do not fit: ${wrong.join('; ')}.`);
}

/** Makes a method of the group that Nest finds as the handler of this route. */
function serve(group: object, name: string, route: DeclaredRoute): void {
  const value = async function (this: Implemented, asked: Asked<DeclaredRoute>): Promise<unknown> {
    const answer = await this[HANDLERS][name]!(asked);
    if (!(answer instanceof JsonText)) return answer;
    void asked.reply.header('content-type', 'application/json; charset=utf-8');
    return answer.text;
  };
  const descriptor = { value, configurable: true };
  Object.defineProperty(group, name, descriptor);
  for (const decorate of decoratorsOf(route)) decorate(group, name, descriptor);
  FromRequest(route)(group, name, 0);
}

function decoratorsOf(route: DeclaredRoute): MethodDecorator[] {
  const { method, path, answer } = route;
  const isText = answer && 'file' in answer && /^text\/|json$/.test(answer.file);
  return [
    RequestMapping({ method: RequestMethod[method], path: path.replace(/\{(\w+)\}/g, ':$1') }),
    HttpCode(statusOf(route)),
    SetMetadata(ROUTE, route),
    ...(isText ? [Header('content-type', `${answer.file}; charset=utf-8`)] : []),
  ];
}

const ROUTE = 'shouwen:route';

/** The row that a handler implements. */
export const routeOf = (handler: object): DeclaredRoute | undefined =>
  Reflect.getMetadata(ROUTE, handler) as DeclaredRoute | undefined;

const FromRequest = createParamDecorator((route: DeclaredRoute, context: ExecutionContext) => {
  const http = context.switchToHttp();
  return readAsked(route, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
});
