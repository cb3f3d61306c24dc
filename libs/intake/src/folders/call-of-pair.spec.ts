import { talksApart, type TalkInFiles } from './call-of-pair.js';

const talk = (staffNumber: string | undefined, from: number, to: number): TalkInFiles => ({
  ...{ staffNumber, fromMs: from * 1000, toMs: to * 1000 },
});
const apart = (...talks: TalkInFiles[]): boolean => talksApart(talks, 10_000);

describe('talks that lie in the same files', () => {
  it('could be split where each agent is known and one follows the other', () => {
    expect(apart(talk('8', 60, 90), talk('7', 0, 55))).toBe(true);
    expect(apart(talk('7', 0, 65), talk('8', 60, 90))).toBe(true);
  });

  it('could not where one agent is not known', () => {
    expect(apart(talk('7', 0, 55), talk(undefined, 60, 90))).toBe(false);
    expect(apart(talk(undefined, 0, 55), talk('8', 60, 90))).toBe(false);
  });

  it('could not where two agents talk at once', () => {
    expect(apart(talk('7', 0, 75), talk('8', 60, 90))).toBe(false);
    expect(apart(talk('8', 60, 90), talk('7', 0, 75))).toBe(false);
  });

  it('need not be where they are of one agent, or there is but one', () => {
    expect(apart(talk('7', 0, 75), talk('7', 60, 90))).toBe(true);
    expect(apart(talk(undefined, 0, 75))).toBe(true);
  });
});
