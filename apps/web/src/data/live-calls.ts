import { liveCallsRoutes, type LiveConsent } from '#contracts';
import { send } from './api.js';
import { LIVE_CALLS } from './areas.js';
import { useChange, useRead } from './queries.js';

/** A process that dies says no more: its calls go from the screen by themselves. */
const AGAIN_MS = 20_000;

/** Calls within reach that go on; the live feed says when to read them again. */
export const useLiveCalls = () => useRead(LIVE_CALLS, liveCallsRoutes.list, undefined, { refetchInterval: AGAIN_MS });

export type AskedOfCall = { act: 'pause' | 'resume' } | ({ act: 'consent' } & LiveConsent);

/** The process that captures does it within a second, and the live feed says so. */
export const useChooseWords = (liveCallId: string) =>
  useChange((hear: boolean) => send(liveCallsRoutes.chooseWords, { liveCallId, body: { hear } }), LIVE_CALLS);

/** What is asked shows at once that it was asked, and as it is when the process that captures has done it. */
export const useAskOfCall = (liveCallId: string) =>
  useChange((asked: AskedOfCall) => {
    if (asked.act !== 'consent') return send(liveCallsRoutes[asked.act], { liveCallId });
    const { act: _, ...body } = asked;
    return send(liveCallsRoutes.consent, { liveCallId, body });
  }, LIVE_CALLS);
