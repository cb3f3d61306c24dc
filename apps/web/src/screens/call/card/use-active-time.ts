import { useEffect, useRef } from 'react';
import { sayActive } from '../../../data/reviews.js';
import { useCallPage, usePlayerState } from '../call-page.js';

/** As often as the server expects it. */
const BEAT_MS = 15_000;
/** Without a key, a click or sound for so long, a person is not at it. */
const IDLE_MS = 60_000;
const SIGNS = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;

/** Tells the server that a person is at the review, as long as they are: the page is in front, and they do something or listen. */
export function useActiveTime(reviewing: boolean): void {
  const { call, card } = useCallPage();
  const { playing } = usePlayerState();
  const at = useRef(0);
  const sounds = useRef(playing);
  useEffect(() => {
    sounds.current = playing;
  }, [playing]);
  const [legId, checklistId] = [card?.legId, card?.checklist.id];
  useEffect(() => {
    if (!reviewing || !legId || !checklistId) return;
    at.current = Date.now();
    const sign = () => {
      at.current = Date.now();
    };
    const beat = () => {
      if (document.visibilityState !== 'visible') return;
      if (!sounds.current && Date.now() - at.current > IDLE_MS) return;
      // A sign that is lost costs a quarter of a minute, and nothing on the screen rests on it.
      sayActive(call.callId, { legId, checklistId }).catch(() => {});
    };
    for (const one of SIGNS) document.addEventListener(one, sign, { passive: true });
    beat();
    const timer = setInterval(beat, BEAT_MS);
    return () => {
      clearInterval(timer);
      for (const one of SIGNS) document.removeEventListener(one, sign);
    };
  }, [reviewing, legId, checklistId, call.callId]);
}
