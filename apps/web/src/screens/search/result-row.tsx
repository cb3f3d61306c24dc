import type { WordMatch, WordSearchResult } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../format/use-format.js';
import { OutcomeCounts } from '../calls/score-cells.js';

/** A call and the turns in which it was said; each opens the call at its second. */
export function ResultRow({ result }: { result: WordSearchResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { call, leg, matches, turns } = result;
  const open = (ms: number) => `/calls/${call.callId}?leg=${leg}&t=${Math.floor(ms / 1000)}`;
  const first = matches[0];
  return (
    <li className="search-result">
      <div className="search-call">
        <Link to={open(first?.fromMs ?? 0)}>{format.dateTime(call.startedAt)}</Link>
        <span>
          {format.text(call.agent.name)} <small>{format.text(call.agent.team.name)}</small>
        </span>
        <span className="cut" lang={call.language ?? undefined}>
          {call.matter ?? t('calls.unknownMatter')}
        </span>
        <span className="search-length">{call.durationMs === null ? '–' : format.clock(call.durationMs)}</span>
        {call.scoreWithheld && <small title={t('calls.blindHint')}>{t('calls.blind')}</small>}
        {call.score && (
          <span className="search-outcomes">
            <OutcomeCounts score={call.score} />
          </span>
        )}
      </div>
      <ul className="search-matches">
        {matches.map((match) => (
          <li key={match.turn}>
            <Link className="search-match" to={open(match.fromMs)}>
              <span className="search-at">{format.clock(match.fromMs)}</span>
              <span className={`search-speaker ${match.speaker}`}>{t(`search.speaker.${match.speaker}`)}</span>
              <span className="search-said" lang={call.language ?? undefined}>
                <Marked match={match} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
      {turns > matches.length && (
        <small className="search-rest">{t('search.moreTurns', { count: turns - matches.length })}</small>
      )}
    </li>
  );
}

function Marked({ match: { text, marks } }: { match: WordMatch }) {
  const parts = marks.map(({ from, to }, i) => (
    <span key={from}>
      {text.slice(marks[i - 1]?.to ?? 0, from)}
      <b>{text.slice(from, to)}</b>
    </span>
  ));
  return (
    <>
      {parts}
      {text.slice(marks.at(-1)?.to ?? 0)}
    </>
  );
}
