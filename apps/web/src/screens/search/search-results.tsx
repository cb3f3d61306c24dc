import { searchRoutes, type SentTo, type WordMatch, type WordSearchResult, type WrittenFilters } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../components/failure-note.js';
import { chipsOf } from '../calls/filters.rules.js';
import { Link } from 'react-router';
import { useFormat } from '../../format/use-format.js';
import { OutcomeCounts } from '../calls/score-cells.js';
import { usePages } from '../../data/queries.js';

/** What was found, newest first, or why there is nothing. */
export function SearchResults({ question }: { question: WordQuestion }) {
  const { t } = useTranslation();
  const found = useWordSearch(question);
  if (question.words === '') return <p className="note">{t('search.begin')}</p>;
  if (found.error) return <Failed of={found} />;
  const items = found.data?.pages.flatMap((page) => page.items) ?? [];
  const last = found.data?.pages.at(-1);
  return (
    <>
      <p className="search-status" role="status">
        {found.isPending ? t('search.searching') : last?.indexing ? t('search.indexing') : ''}
      </p>
      {items.length > 0 && <Results items={items} />}
      {last && items.length === 0 && <Nothing question={question} more={last.nextCursor !== null} />}
      {found.hasNextPage && (
        <Button className="search-more" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('search.more')}
        </Button>
      )}
      {last && !found.hasNextPage && items.length > 0 && (
        <p className="search-end">{t('search.end', { count: items.length })}</p>
      )}
    </>
  );
}

function Results({ items }: { items: readonly WordSearchResult[] }) {
  const { t } = useTranslation();
  return (
    <ol className="search-results ruled-above on-surface" aria-label={t('search.results')}>
      {items.map((item) => (
        <ResultRow key={item.legId} result={item} />
      ))}
    </ol>
  );
}

/** The page may end before the index does: then the rest has not been looked at, and the sentence says so. */
function Nothing({ question, more }: { question: WordQuestion; more: boolean }) {
  const { t } = useTranslation();
  const count = chipsOf(question.filters).length + (question.speaker ? 1 : 0);
  if (more) return <p className="note">{t('search.nothingYet')}</p>;
  return <p className="note">{count > 0 ? t('search.nothingFiltered', { count }) : t('search.nothing')}</p>;
}

/** What is looked for in the words of calls, as the address of the search has it. */
interface WordQuestion {
  words: string;
  speaker?: 'agent' | 'customer';
  filters: WrittenFilters;
}

/** Calls in which it was said, newest first. Nothing is asked while the question is empty. */
function useWordSearch({ words, speaker, filters }: WordQuestion) {
  const query = { ...filters, words, ...(speaker && { speaker }) } as SentTo<typeof searchRoutes.words>['query'];
  const asked = ['word-search', words, speaker, filters];
  return usePages(asked, searchRoutes.words, { query }, { enabled: words !== '', retry: false });
}

/** A call and the turns in which it was said; each opens the call at its second. */
function ResultRow({ result }: { result: WordSearchResult }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { call, leg, matches, turns } = result;
  const open = (ms: number) => `/calls/${call.callId}?leg=${leg}&t=${Math.floor(ms / 1000)}`;
  const first = matches[0];
  return (
    <li className="ruled-below padded">
      <div className="dense flex wraps at-base gap-4 soft">
        <Link to={open(first?.fromMs ?? 0)}>{format.dateTime(call.startedAt)}</Link>
        <span>
          {format.text(call.agent.name)} <small>{format.text(call.agent.team.name)}</small>
        </span>
        <span className="cut" lang={call.language ?? undefined}>
          {call.matter ?? t('calls.unknownMatter')}
        </span>
        <span>{call.durationMs === null ? '–' : format.clock(call.durationMs)}</span>
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
            <Link className="search-match grid gap-2 inked padded-row" to={open(match.fromMs)}>
              <span className="search-at label link">{format.clock(match.fromMs)}</span>
              <span className={`search-speaker label soft ${match.speaker}`}>
                {t(`search.speaker.${match.speaker}`)}
              </span>
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
