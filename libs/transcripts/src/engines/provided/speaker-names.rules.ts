import { MAX_LABEL_LENGTH, type Speaker } from '#contracts';
import type { ProvidedTurn } from './provided-words.js';

const NAMES: Readonly<Record<Exclude<Speaker, 'unknown'>, readonly string[]>> = {
  agent: ['agent', 'representative', 'advisor', 'operator', '坐席', '座席', '客服'],
  customer: ['customer', 'caller', 'client', '客户', '顾客', '来电者'],
};

/** Who a name in a transcript from another tool means. A name we do not know is not guessed at. */
export function speakerNamed(name: string | undefined): Speaker {
  const wanted = (name ?? '').trim().toLowerCase();
  if (NAMES.agent.includes(wanted)) return 'agent';
  return NAMES.customer.includes(wanted) ? 'customer' : 'unknown';
}

/** The same, with the name kept as a label to ask about. whisper.cpp writes `?` where both channels are as loud: that is no speaker. */
export function speakerCalled(name: string | null | undefined): Pick<ProvidedTurn, 'speaker' | 'label'> {
  const label = (name ?? '').trim().slice(0, MAX_LABEL_LENGTH);
  const speaker = speakerNamed(label);
  if (speaker !== 'unknown' || label === '' || /^(?:speaker ?)?\?$/i.test(label)) return { speaker };
  return { speaker, label };
}
