import { type Standing } from '#capture';
import { type LiveInstruction } from '#floor';
import { effectOf } from '#floor/rules';
import { type MediaSessions } from './media-sessions.js';

/** Does what was asked of a session, once however often it is told. What cannot be done to it as it stands is left. */
export function carryOut(
  { id, session, act, how }: LiveInstruction,
  standing: Standing | undefined,
  media: Pick<MediaSessions, 'consent' | 'pause' | 'resume'>,
  at: Date,
): void {
  if (!standing || standing.timeline.some(({ instruction }) => instruction === id)) return;
  const why = `${how} ${id}`;
  switch (effectOf(act, standing.timeline)) {
    case 'consent_given':
      return media.consent(session, 'given', at, why);
    case 'consent_refused':
      return media.consent(session, 'refused', at, why);
    case 'consent_withdrawn':
      return media.consent(session, 'withdrawn', at, why);
    case 'paused':
      return media.pause(session, at, why);
    case 'resumed':
      return media.resume(session, at, why);
    default:
  }
}
