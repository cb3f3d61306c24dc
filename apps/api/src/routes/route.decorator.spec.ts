import { holdsRoutes, type HoldDetail, type HoldList } from '#contracts';
import { type Asked } from './asked.js';
import { Route, routeOf } from './route.decorator.js';

const { list, detail } = holdsRoutes;

/** `npm run types` checks what is written here: each line below @ts-expect-error is wrong. */
class Handlers {
  @Route(list)
  fitting({ query }: Asked<typeof list>): HoldList | Promise<HoldList> {
    throw new Error(query.callId);
  }

  @Route(detail)
  async takesLess({ holdId }: { holdId: string }): Promise<HoldDetail> {
    return Promise.reject(new Error(holdId));
  }

  // @ts-expect-error what another route reads
  @Route(list)
  ofAnother({ holdId }: Asked<typeof detail>): HoldList {
    throw new Error(holdId);
  }

  // @ts-expect-error an address without such a part
  @Route(detail)
  ofNoPart({ callId }: { callId: string }): HoldDetail {
    throw new Error(callId);
  }

  // @ts-expect-error what another route answers
  @Route(detail)
  async answersOther(): Promise<HoldList> {
    return Promise.resolve({ holds: [] });
  }
}

it('leaves the declaration on its handler', () => {
  expect(routeOf(Handlers.prototype.fitting)).toBe(list);
});
