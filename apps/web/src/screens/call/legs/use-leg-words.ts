import { useTranslation } from 'react-i18next';
import type { Leg } from '#contracts';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';
import { type LegOnAxis, secondsOf } from './timeline.rules.js';

/** What became of a leg, in words: the axis says the same to people who see it. */
export function useLegWords(): (row: LegOnAxis) => string[] {
  const { t } = useTranslation();
  const { duration, measured } = useFormat();
  const { whole } = useCallPage();
  return ({ leg, spans }) => {
    const [waited, held] = [secondsOf(spans, 'queue') || leg.queueSeconds, secondsOf(spans, 'hold')];
    const talked = secondsOf(spans, 'talk') + held;
    const { kind, outcome, ringSeconds, transferredTo } = leg;
    const partOf = whole.recordings.find(({ legId }) => legId === leg.legId)?.partOf;
    return [
      ...(waited ? [t('legs.waited', { seconds: measured(waited) })] : []),
      ...(ringSeconds ? [t('facts.rang', { seconds: measured(ringSeconds) })] : []),
      ...(outcome && outcome !== 'answered'
        ? [t(`legs.outcome.${kind === 'queue' ? 'queue' : 'leg'}.${outcome}`)]
        : []),
      ...(talked ? [t('legs.talked', { duration: duration(talked * 1000) })] : []),
      ...(held ? [t('legs.held', { seconds: measured(held) })] : []),
      ...(transferredTo ? [transferWords(transferredTo)] : []),
      ...(partOf ? [t('legs.partOf', { whole: duration(partOf.wholeMs) })] : []),
      ...(leg.hangupParty && !transferredTo && kind !== 'queue' ? [t(`player.ended.${leg.hangupParty}`)] : []),
    ];
  };

  function transferWords({ target, unseen }: NonNullable<LegOnAxis['leg']['transferredTo']>): string {
    if (unseen) return t('legs.toUnseen');
    return target === null ? t('legs.passedOn') : t('legs.passedTo', { target });
  }
}

/** Whose part of a call a leg is: an agent by name, a queue by its own, a telephone that belongs to no one who is known by its extension. */
export function useLegName(): (leg: Leg) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return ({ kind, agent, queue, extension }) => {
    if (agent) return format.text(agent.name);
    const name = (kind === 'queue' ? queue : null) ?? extension;
    return name === null ? t(`legs.kind.${kind}`) : t(`legs.named.${kind}`, { name });
  };
}
