import { afterEach, expect, it } from '@jest/globals';
import { CallPlayer } from './call-player.js';

const kept = { Audio: globalThis.Audio, MediaSource: globalThis.MediaSource, fetch: globalThis.fetch };
afterEach(() => void Object.assign(globalThis, kept));

it('opens under the grant that was given while the page was open', async () => {
  const asked: unknown[] = [];
  Object.assign(globalThis, {
    Audio: class {
      readyState = 0;
      addEventListener() {}
    },
    MediaSource: class {
      static isTypeSupported(): boolean {
        return true;
      }
    },
    addEventListener: () => undefined,
    fetch: (_: string, { body }: { body: string }) => {
      asked.push(JSON.parse(body));
      return Promise.reject(new TypeError('no server'));
    },
  });
  const subject = {
    ...{ callId: 'call', recordingId: 'recording', durationMs: 1000, holds: [], purpose: 'quality' as const },
    ...{ grantId: null as string | null, attempt: <T>(action: () => Promise<T>) => action() },
  };
  const player = new CallPlayer(subject, 0);
  await player.play();
  player.subject.grantId = 'grant';
  await player.play();
  expect(asked).toEqual([
    { recordingId: 'recording', purpose: 'quality' },
    { recordingId: 'recording', purpose: 'quality', grantId: 'grant' },
  ]);
});
