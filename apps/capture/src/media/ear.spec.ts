import { mock } from 'node:test';
import { Ear, type HeardSound } from './ear.js';

const PCMU = { codec: 'PCMU', clockRate: 8000, channels: 1 };
const taking = (session: string) => ({ session, intake: { formatOf: () => PCMU, labels: () => new Map([[0, 'a']]) } });
const packet = {
  ...{ stream: 0, plan: 0, payloadType: 0, sequence: 1, timestamp: 160, ssrc: 7, arrivedMs: 20 },
  ...{ afterPause: false, payload: Buffer.from([1, 2]) },
};

describe('the ear of the media plane', () => {
  let flushed: number;
  let heard: HeardSound[];
  let ear: Ear;

  beforeEach(() => {
    mock.timers.enable({ apis: ['setInterval'] });
    [flushed, heard] = [0, []];
    ear = new Ear(() => void (flushed += 1));
    ear.onSound((sound) => heard.push(sound));
  });
  afterEach(() => {
    ear.close();
    mock.timers.reset();
  });

  it('does nothing while no one listens in', () => {
    mock.timers.tick(1000);
    ear.hear(taking('a'), [packet], 500);
    expect([flushed, heard]).toEqual([0, []]);
  });

  it('tells what these sessions take, ten times a second, and of no other', () => {
    ear.listenTo(['a']);
    mock.timers.tick(200);
    expect(flushed).toBe(2);
    ear.hear(taking('a'), [packet], 500);
    ear.hear(taking('b'), [packet], 500);
    expect(heard).toMatchObject([{ session: 'a', untilMs: 500, packets: [{ ssrc: 7, format: PCMU }] }]);
  });

  it('tells what sessions take whose words are heard as they write it, and no more often', () => {
    ear.listenTo([], ['a']);
    mock.timers.tick(1000);
    ear.hear(taking('a'), [packet], 500);
    expect([flushed, heard.length, heard[0]?.labels.get(0)]).toEqual([0, 1, 'a']);
  });

  describe('where words of calls are heard', () => {
    const at = (nowMs: number, session = 'a') =>
      ear.hears(session, nowMs) && ear.hear(taking(session), [packet], nowMs);
    const told = () => heard.map(({ untilMs, kept }) => [untilMs, kept]);
    beforeEach(() => ear.keepBeginnings());

    it('tells the first seconds of a session once its words are asked for, and goes on', () => {
      for (const nowMs of [500, 1000]) at(nowMs);
      expect(told()).toEqual([]);
      ear.listenTo([], ['a']);
      for (const nowMs of [1500, 2000]) at(nowMs);
      expect(told()).toEqual([
        [500, true],
        [1000, true],
        [1500, false],
        [2000, false],
      ]);
    });

    it('keeps them besides from those who listen in, who are told them as they are said', () => {
      ear.listenTo(['a']);
      at(500);
      ear.listenTo(['a'], ['a']);
      at(1000);
      expect(told()).toEqual([
        [500, false],
        [500, true],
        [1000, false],
      ]);
    });

    it('forgets them after five seconds, and where consent is taken back', () => {
      at(500);
      at(5500);
      at(500, 'b');
      ear.forget('b');
      ear.listenTo([], ['a', 'b']);
      at(6000);
      at(1000, 'b');
      expect(told()).toEqual([
        [6000, false],
        [1000, false],
      ]);
    });
  });

  it('ends with the last who listens, and where no one says again that they do', () => {
    ear.listenTo(['a']);
    ear.listenTo([]);
    mock.timers.tick(100);
    expect(flushed).toBe(0);
    ear.listenTo(['a']);
    const later = mock.method(performance, 'now', () => Number.MAX_SAFE_INTEGER);
    mock.timers.tick(100);
    later.mock.restore();
    expect(ear.hears('a', 0)).toBe(false);
    expect(flushed).toBe(0);
  });
});
