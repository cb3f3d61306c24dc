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
    ear.tell((sound) => heard.push(sound));
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

  it('ends with the last who listens, and where no one says again that they do', () => {
    ear.listenTo(['a']);
    ear.listenTo([]);
    mock.timers.tick(100);
    expect(flushed).toBe(0);
    ear.listenTo(['a']);
    const later = mock.method(performance, 'now', () => Number.MAX_SAFE_INTEGER);
    mock.timers.tick(100);
    later.mock.restore();
    expect(ear.hears('a')).toBe(false);
    expect(flushed).toBe(0);
  });
});
