import type { Language, ShownPhrase } from '#contracts';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../format/use-format.js';

interface Props {
  /** null: its words are no more, or may not be read. */
  place: ShownPhrase | null;
  language: Language;
  /** Why it is shown. */
  children: ReactNode;
}

/** A sentence of a past call with what is meant in it, and a way to hear it. */
export function ShownSentence({ place, language, children }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!place) return <li className="admin-hint">{t('phraseTrial.gone')}</li>;
  const { callId, leg, startedAt, match } = place;
  const [mark = { from: 0, to: 0 }] = match.marks;
  return (
    <li>
      <Link to={`/calls/${callId}?leg=${leg}&t=${Math.floor(match.fromMs / 1000)}`}>
        {format.dateTime(startedAt)} · {format.clock(match.fromMs)}
      </Link>{' '}
      <small>{match.speaker === 'unknown' ? '–' : t(`checklists.speakers.${match.speaker}`)}</small>
      <p lang={language}>
        {match.text.slice(0, mark.from)}
        <mark className="bench-mark">{match.text.slice(mark.from, mark.to)}</mark>
        {match.text.slice(mark.to)}
      </p>
      <small>{children}</small>
    </li>
  );
}
