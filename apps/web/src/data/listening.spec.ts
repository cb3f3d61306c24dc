import { afterEach, expect, it } from '@jest/globals';
import { LiveSpeaker } from './listening.js';

const { AudioContext } = globalThis;
afterEach(() => void Object.assign(globalThis, { AudioContext }));

it('is closed as the call ends, and may be let go of again', () => {
  let closed = 0;
  Object.assign(globalThis, {
    AudioContext: class {
      state = 'running';
      createGain = () => ({ connect: () => undefined, gain: { value: 0 } });
      resume = () => Promise.resolve();
      close() {
        if (this.state === 'closed') throw new Error('Cannot close a closed AudioContext.');
        [this.state, closed] = ['closed', closed + 1];
        return Promise.resolve();
      }
    },
  });
  const speaker = new LiveSpeaker(1);
  speaker.close();
  speaker.close();
  expect(closed).toBe(1);
});
