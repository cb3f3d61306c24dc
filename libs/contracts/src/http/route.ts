import { z } from 'zod';
import { type DeclaredRoute } from '../route.js';

export * from '../route.js';

/** An id in an address: any UUID, in either case. */
export const idInAddress = z.guid().toLowerCase();

type NamesIn<P extends string> = P extends `${string}{${infer Name}}${infer Rest}` ? Name | NamesIn<Rest> : never;
type OwnParams<R> = R extends { params: infer S } ? S : object;

/** The parts of a route's address, by name: as the handler gets them. */
export type ParamsOf<R extends DeclaredRoute> = {
  [N in NamesIn<R['path']>]: N extends keyof OwnParams<R> ? z.output<OwnParams<R>[N] & z.ZodType> : string;
};

/** The parts of a request that a handler gets besides the address: read through the route's schemas. */
export type ReadOf<R extends DeclaredRoute> = (R extends { query: infer S extends z.ZodType }
  ? { query: z.output<S> }
  : unknown) &
  (R extends { body: infer S extends z.ZodType } ? { body: z.output<S> } : unknown);

/** What a client sends: the parts of the address, query and body. */
export type SentTo<R extends DeclaredRoute> = { [N in NamesIn<R['path']>]: string | number } & (R extends {
  query: infer S extends z.ZodType;
}
  ? object extends z.input<S>
    ? { query?: z.input<S> }
    : { query: z.input<S> }
  : unknown) &
  (R extends { body: infer S extends z.ZodType } ? { body: z.input<S> } : unknown) &
  (R extends { form: object } ? { file: File } : unknown);

/** The codes that this route declares. */
export type RefusalOf<R extends DeclaredRoute> = R extends { refusals: readonly (infer Code extends string)[] }
  ? Code
  : never;

/** What a client reads; nothing where the route answers 204. */
export type AnswerOf<R extends DeclaredRoute> = R extends { answer: infer S extends z.ZodType } ? z.output<S> : void;
