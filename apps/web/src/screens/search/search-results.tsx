import { searchRoutes, type SentTo, type WordSearchResult, type WrittenFilters } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../components/failure-note.js';
import { chipsOf } from '../calls/filters.rules.js';
import { ResultRow } from './result-row.js';
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
    <ol className="search-results" aria-label={t('search.results')}>
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
