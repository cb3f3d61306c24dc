import { holdsRoutes, type HoldDetail, type HoldList } from '#contracts';
import { implement, JsonText, routeOf } from './implement.js';

const { list, detail } = holdsRoutes;
const two = { list, detail };
const holds: HoldList = { holds: [] };
const none = (): Promise<HoldDetail> => Promise.reject(new Error('no such hold'));

class Holds {
  all(callId?: string): Promise<HoldList> {
    return callId === undefined ? Promise.resolve(holds) : Promise.reject(new Error(callId));
  }
}

const made = implement(two, [Holds], (given) => ({
  list: ({ query }) => given.all(query.callId),
  detail: none,
}));

/** `npm run types` checks what is written here: each line below @ts-expect-error is wrong. */
const wrong = {
  ofNoPart: () =>
    // @ts-expect-error an address without such a part
    implement(two, [Holds], (given) => ({ list: () => given.all(), detail: ({ callId }) => given.all(callId) })),
  // @ts-expect-error what another route answers
  answersOther: () => implement(two, [Holds], (given) => ({ list: () => given.all(), detail: () => given.all() })),
  // @ts-expect-error a row without a handler
  missing: () => implement(two, [Holds], (given) => ({ list: () => given.all() })),
  stray: () =>
    implement(two, [Holds], (given) => ({
      list: () => given.all(),
      detail: none,
      // @ts-expect-error a handler without a row
      count: () => 1,
    })),
};

it('leaves the row on its handler', () => {
  expect(routeOf((made.prototype as { list: object }).list)).toBe(list);
});

it('hands the request to the handler, and its answer on', async () => {
  const group = new made(new Holds()) as { list: (asked: object) => Promise<unknown> };
  await expect(group.list({ query: {} })).resolves.toBe(holds);
  await expect(group.list({ query: { callId: 'this call' } })).rejects.toThrow('this call');
});

it('sends JSON that is written already as it is', async () => {
  const headers: string[] = [];
  const reply = { header: (...header: string[]) => headers.push(header.join(': ')) };
  const Written = implement({ list }, [], () => ({ list: () => new JsonText('{"holds":[]}') }));
  const group = new Written() as { list: (asked: object) => Promise<unknown> };
  await expect(group.list({ reply })).resolves.toBe('{"holds":[]}');
  expect(headers).toEqual(['content-type: application/json; charset=utf-8']);
});

it('does not start with a row that has no handler, or a handler that has no row', () => {
  expect(() => new (wrong.missing())(new Holds())).toThrow('detail has no handler');
  expect(() => new (wrong.stray())(new Holds())).toThrow('count has no row');
});
