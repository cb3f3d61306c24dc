import { createParamDecorator, Header, HttpCode, RequestMapping, RequestMethod, SetMetadata } from '@nestjs/common';
import { type ExecutionContext } from '@nestjs/common';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type z } from 'zod';
import { statusOf, type DeclaredRoute } from '#contracts';
import { type Asked } from './asked.js';
import { readAsked } from './read-asked.js';

const ROUTE = 'shouwen:route';

/** The declaration that a handler implements. */
export const routeOf = (handler: object): DeclaredRoute | undefined =>
  Reflect.getMetadata(ROUTE, handler) as DeclaredRoute | undefined;

type Answer<R extends DeclaredRoute> = R extends { answer: infer S extends z.ZodType } ? z.input<S> : void;

/** A method that takes what the route reads and gives what the route answers; anything else does not compile. */
type HandlerOf<R extends DeclaredRoute, O> = <A>(
  target: object,
  name: string,
  descriptor: { value?: (asked: A, reply: never) => O | Promise<O> } & (Asked<R> extends A ? unknown : never),
) => void;

/**
 * Makes a method the handler of a declared route. Method, address and status come from the declaration; its one argument is the request, read
 * through the declaration's schemas; the access guard looks up there who may use it.
 */
export const Route = <R extends DeclaredRoute>(route: R): HandlerOf<R, Answer<R>> => handlerOf(route);

/** The same for an answer that the handler writes itself: a file, a stream, or JSON that is text already. */
export const RawRoute = <R extends DeclaredRoute>(route: R): HandlerOf<R, unknown> => {
  const type = route.answer && 'file' in route.answer ? route.answer.file : 'application/json';
  const isText = /^text\/|json$/.test(type);
  return handlerOf(route, ...(isText ? [Header('content-type', `${type}; charset=utf-8`)] : []));
};

function handlerOf<R extends DeclaredRoute>(route: R, ...more: MethodDecorator[]) {
  const { method, path } = route;
  const decorators = [
    RequestMapping({ method: RequestMethod[method], path: path.replace(/\{(\w+)\}/g, ':$1') }),
    HttpCode(statusOf(route)),
    SetMetadata(ROUTE, route),
    ...more,
  ];
  return (target: object, name: string, descriptor: PropertyDescriptor): void => {
    for (const decorate of decorators) decorate(target, name, descriptor);
    FromRequest(route)(target, name, 0);
  };
}

const FromRequest = createParamDecorator((route: DeclaredRoute, context: ExecutionContext) => {
  const http = context.switchToHttp();
  return readAsked(route, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>());
});
