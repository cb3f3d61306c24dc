import { type LegOutcome } from '../../fold/model.js';
import { causeOf, endedBy, type Channel } from './channels.rules.js';
import { type CallView } from './view.rules.js';

/** The system stops what rings within moments of the caller's end, in milliseconds. */
const AT_ONCE = 500;

/** How a telephone that was not picked up came to stop; undefined where its records do not tell. */
export function stoppedAs(
  { events }: Pick<CallView, 'events'>,
  channel: Channel,
  dialler: Channel | undefined,
): LegOutcome | undefined {
  const { end } = channel;
  if (end?.type !== 'HANGUP') return undefined;
  if (endedBy(channel) === channel.name) return refusedAs(causeOf(channel));
  // While the call goes on something happens after it; a line that is lost may have been the caller's end.
  if (!dialler?.end) return events.some(({ at }) => at > end.at + AT_ONCE) ? 'no_answer' : undefined;
  const apart = Math.abs(dialler.end.at - end.at);
  // Of times in whole seconds neighbouring ones may be the same moment, or not.
  if (apart === 1000 && end.at % 1000 === 0 && endedBy(dialler) === dialler.name) return undefined;
  const together = apart <= AT_ONCE;
  if (together && dialler.end.type !== 'HANGUP') return undefined;
  return together && endedBy(dialler) === dialler.name ? 'abandoned' : 'no_answer';
}

/** Q.931 causes as SIP answers are turned into them. 18 and 19 are a telephone that is off, or one that says itself that it rang out. */
export function refusedAs(cause: number): LegOutcome | undefined {
  if (cause === 17) return 'busy';
  if (cause === 21) return 'declined';
  return [0, 16, 18, 19, 26].includes(cause) ? undefined : 'failed';
}
