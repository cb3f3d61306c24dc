import { bestCallActs, bestCallState, type BestCallParty } from './best-call.rules.js';

const at = new Date('2026-03-10T09:00:00Z');
const asked = { agreedAt: null, publishedAt: null, endedAt: null };
const agreed = { ...asked, agreedAt: at };
const published = { ...agreed, publishedAt: at };
const ended = { ...published, endedAt: at };
const party = (over: Partial<BestCallParty>): BestCallParty => ({
  ...{ isAgent: false, isNominator: false, manages: false },
  ...over,
});

describe('a best call', () => {
  it('is asked for, agreed to, published, ended', () => {
    expect([asked, agreed, published, ended].map(bestCallState)).toEqual(['asked', 'agreed', 'published', 'ended']);
  });

  it.each([
    [asked, ['agree', 'decline'], ['withdraw'], ['withdraw']],
    [agreed, ['take_back'], ['withdraw'], ['publish', 'withdraw']],
    [published, ['take_back'], ['withdraw'], ['withdraw']],
    [ended, [], [], []],
  ])('%j: its agent may %j, who nominated it %j, a second person %j', (one, agent, nominator, second) => {
    expect(bestCallActs(one, party({ isAgent: true, manages: true }))).toEqual(agent);
    expect(bestCallActs(one, party({ isNominator: true, manages: true }))).toEqual(nominator);
    expect(bestCallActs(one, party({ manages: true }))).toEqual(second);
    expect(bestCallActs(one, party({}))).toEqual([]);
  });
});
