import { MOST_TRIAL_CALLS, type ChecklistDraftDefinition, type DraftPhraseList, type HeardPhrase } from '#contracts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { type PhraseTrial } from '../../data/phrase-trials.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { bothOf, placesOf, unread, type Tried } from './phrase-trial.rules.js';
import { TrialActs, TrialSentences } from './trial-parts.js';

interface Props {
  draft: ChecklistDraftDefinition;
  list: DraftPhraseList;
  trial: PhraseTrial;
  tried: Tried | null;
  /** The line whose examples are asked for, as `lineKey` names it; null: of any line. */
  line: string | null;
  onLine: (line: string | null) => void;
}

/** Says in how many past calls the list is heard, where items listen for it, and shows the sentences. */
export function PhraseTrialPanel({ draft, list, trial, tried, line, onLine }: Props) {
  const { t } = useTranslation();
  const mayRead = useMay('transcripts.read');
  const { running } = trial;
  if (!mayRead) return null;
  const start = (others: boolean) => {
    onLine(null);
    trial.start(draft, list, others);
  };
  const empty = [...list.zh, ...list.en].every((one) => one.trim() === '');
  return (
    <section className="phrase-trial" aria-label={t('phraseTrial.title')}>
      <h2>{t('phraseTrial.title')}</h2>
      <p className="admin-hint">{t('phraseTrial.intro', { count: MOST_TRIAL_CALLS })}</p>
      <TrialActs trial={trial} disabled={empty} first={t('phraseTrial.run')} onStart={start} />
      {running && tried && (
        <>
          <Sums tried={tried} busy={trial.busy} wordless={running.drawn.wordless} />
          {tried.list !== list && !trial.busy && <p className="admin-hint">{t('phraseTrial.old')}</p>}
          <Where draft={draft} tried={tried} />
          <Examples
            key={`${running.drawn.trialId} ${line ?? ''}`}
            checklistId={draft.id}
            trialId={running.drawn.trialId}
            tried={tried}
            line={line}
            onLine={onLine}
          />
        </>
      )}
    </section>
  );
}

function Sums({ tried, busy, wordless }: { tried: Tried; busy: boolean; wordless: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [read, matching] = [bothOf(tried.read), bothOf(tried.matching)];
  const looked = read + tried.without;
  return (
    <>
      <p role="status">
        <b>
          {tried.drawn === 0
            ? t('phraseTrial.nothing')
            : t('phraseTrial.sum', { count: read, matching: format.number(matching), of: format.number(read) })}
        </b>{' '}
        {busy && t('phraseTrial.soFar', { count: tried.drawn, looked: format.number(looked) })}
      </p>
      {!busy &&
        read > 0 &&
        unread(tried).map((language) => <p key={language}>{t(`phraseTrial.unread.${language}`)}</p>)}
      <p className="admin-hint">
        {tried.without > 0 && `${t('phraseTrial.without', { count: tried.without })} `}
        {wordless > 0 && t('phraseTrial.wordless', { count: wordless })}
      </p>
    </>
  );
}

/** What matters to an item is where it listens. */
function Where({ draft, tried }: { draft: ChecklistDraftDefinition; tried: Tried }) {
  const { t } = useTranslation();
  const format = useFormat();
  const items = draft.sections.flatMap((section) => section.items);
  const named = items.filter(({ check, appliesWhen }) => names([check, appliesWhen], tried.list.name));
  if (named.length === 0 || bothOf(tried.read) === 0) return null;
  return (
    <ul className="phrase-trial-items">
      {named.map(({ id, title }) => (
        <li key={id}>
          {t('phraseTrial.item', {
            count: tried.items.get(id) ?? 0,
            item: format.text({ zh: title.zh || id, en: title.en || id }),
          })}
        </li>
      ))}
    </ul>
  );
}

const names = (node: unknown, list: string): boolean =>
  typeof node === 'object' && node !== null
    ? Object.values(node).some((one) => one === list || names(one, list))
    : false;

interface ExamplesProps {
  checklistId: string;
  trialId: string;
  tried: Tried;
  line: string | null;
  onLine: (line: string | null) => void;
}

function Examples({ checklistId, trialId, tried, line, onLine }: ExamplesProps) {
  const { t } = useTranslation();
  const phraseOf = (at: HeardPhrase) => tried.list[at.language][at.line] ?? '';
  return (
    <TrialSentences
      {...{ checklistId, trialId }}
      places={placesOf(tried, line)}
      why={(at) => t('phraseTrial.by', { phrase: phraseOf(at) })}
    >
      {line !== null && (
        <p>
          {t('phraseTrial.ofLine', { phrase: line.slice(3) })}{' '}
          <Button size="small" type="link" onClick={() => onLine(null)}>
            {t('phraseTrial.ofAll')}
          </Button>
        </p>
      )}
    </TrialSentences>
  );
}

/** Beside a line: in how many calls it was heard, and whether that says something. */
export function LineTried({
  calls,
  verdict,
  onShow,
}: {
  calls: number;
  verdict: 'none' | 'most' | null;
  onShow: () => void;
}) {
  const { t } = useTranslation();
  if (verdict === 'none')
    return <small className="phrase-tried none label link whole-row">{t('checklists.lineNone')}</small>;
  return (
    <button type="button" className={`plain phrase-tried label link whole-row ${verdict ?? ''}`} onClick={onShow}>
      {t(verdict === 'most' ? 'checklists.lineMost' : 'checklists.lineCalls', { count: calls })}
    </button>
  );
}
