import type { CallDetail, Leg } from '#contracts';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';
import { inOrderOfTime } from '../rules/axis.rules.js';
import { usePauseWords } from './use-pause-words.js';

export interface LineEvent {
  /** When it happened, ISO; null where the phone system did not say. */
  at: string | null;
  /** Where it lies in the recording, if that is how it is known. */
  audioMs: number | null;
  words: string;
  /** The checklist item that asks about this fact. */
  itemId?: string;
}

type Format = ReturnType<typeof useFormat>;

/** The leg's facts as a short history. */
export function useLineEvents(): LineEvent[] {
  const { t } = useTranslation();
  const format = useFormat();
  const { call, leg, recording } = useCallPage();
  const pausedFor = usePauseWords();
  const facts = call.legs[leg];
  const line = facts ? legEvents(facts, t, format) : [];
  const pauses = (recording?.pauses ?? []).map((one) => ({ at: null, audioMs: one.fromMs, words: pausedFor(one) }));
  const began = { at: call.startedAt, audioMs: null, words: t(`facts.began.${call.direction ?? 'unknown'}`) };
  const events: LineEvent[] = [
    ...(facts?.queueSeconds != null
      ? [
          {
            at: facts.kind === 'queue' ? (facts.beganAt ?? call.startedAt) : call.startedAt,
            audioMs: null,
            words: t('facts.queued', { seconds: format.measured(facts.queueSeconds) }),
          },
        ]
      : []),
    ...(call.consent ? [consentEvent(call.consent, t)] : []),
    ...line,
    ...pauses,
  ];
  return [began, ...inOrderOfTime(events, recording?.beganAt ?? null)];
}

function consentEvent(consent: NonNullable<CallDetail['consent']>, t: TFunction): LineEvent {
  const { state, rulesVersion: version, evidenceKind, evidenceAt, ruleId: rule } = consent;
  const what = t(`consent.${state}`);
  const known = evidenceKind && ['announcement', 'spoken', 'keypad', 'contract', 'form'].includes(evidenceKind);
  const how = known ? t(`consentBy.${evidenceKind as 'announcement'}`) : null;
  const said = how && state !== 'announced' ? t('facts.by', { what, how }) : what;
  const words = version === null ? t('facts.byStrictest', { said }) : t('facts.byRules', { said, version, rule });
  // Of what is not known no result is a mark, even where the words of the call met the item.
  return { at: evidenceAt, audioMs: null, words, ...(state !== 'unknown' && { itemId: 'recording.notice' }) };
}

function legEvents(leg: Leg, t: TFunction, format: Format): LineEvent[] {
  // What never rings and is not answered by a person: a queue, a menu.
  const waits = leg.kind === 'queue' || leg.kind === 'ivr';
  const events: LineEvent[] = waits ? [] : [ringEvent(leg, t, format)];
  if (leg.answeredAt && !waits) {
    const words = leg.agent
      ? t('facts.answered', { agent: format.text(leg.agent.name) })
      : t('facts.answeredUnknown', { extension: leg.extension ?? '' });
    events.push({ at: leg.answeredAt, audioMs: null, words });
  }
  for (const hold of leg.holdSpans) {
    const seconds = format.measured((hold.toMs - hold.fromMs) / 1000);
    events.push({ at: null, audioMs: hold.fromMs, words: t('facts.held', { seconds }) });
  }
  // Where the telephone system gave them by the clock and the source of the recording did not.
  for (const [from, to] of leg.holdSpans.length > 0 ? [] : (leg.holds ?? [])) {
    const seconds = format.measured((Date.parse(to) - Date.parse(from)) / 1000);
    events.push({ at: from, audioMs: null, words: t('facts.held', { seconds }) });
  }
  if (leg.transfer === 'blind' || leg.transfer === 'warm') {
    const passed = leg.transferredTo !== null;
    events.push({ at: passed ? leg.endedAt : null, audioMs: null, words: t(`facts.transfer.${leg.transfer}`) });
    // Its end was the transfer.
    if (passed && leg.hangupParty === null) return events;
  }
  if (waits) {
    const left = leg.outcome && leg.outcome !== 'answered' ? t(`legs.outcome.queue.${leg.outcome}`) : t('legs.left');
    return [...events, { at: leg.answeredAt ?? leg.endedAt, audioMs: null, words: left }];
  }
  if (leg.outcome && leg.outcome !== 'answered' && !leg.answeredAt)
    return [...events, { at: leg.endedAt, audioMs: null, words: t(`legs.outcome.leg.${leg.outcome}`) }];
  const ended = leg.hangupParty ? t(`player.ended.${leg.hangupParty}`) : t('facts.hangupUnknown');
  events.push({ at: leg.endedAt, audioMs: null, words: ended, itemId: 'closing.customer_hangs_up_first' });
  return events;
}

function ringEvent(leg: Leg, t: TFunction, format: Format): LineEvent {
  const event = { at: leg.alertedAt ?? leg.beganAt, audioMs: null, itemId: 'answer.three_rings' };
  if (leg.ringSeconds === null) return { ...event, words: t('facts.ringUnknown') };
  const seconds = format.measured(leg.ringSeconds);
  return leg.answeredOnRing === null
    ? { ...event, words: t('facts.rang', { seconds }) }
    : { ...event, words: t('facts.rangAnswered', { seconds, n: leg.answeredOnRing }) };
}
