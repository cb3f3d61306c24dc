import {
  MOST_TRIAL_CALLS,
  MOST_TRIAL_PLACES,
  type ChecklistDraftDefinition,
  type DraftPhraseList,
  type HeardPhrase,
  type ShownPhrase,
} from '#contracts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Acts } from '../../components/acts.js';
import { Failed, FailureNote } from '../../components/failure-note.js';
import { useShownPhrases, type PhraseTrial } from '../../data/phrase-trials.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { ShownSentence } from './shown-sentence.js';
import { bothOf, placesOf, unread, type Tried } from './phrase-trial.rules.js';

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
    <section className="phrase-trial" aria-label={t('checklists.trial')}>
      <h2>{t('checklists.trial')}</h2>
      <p className="admin-hint">{t('checklists.trialIntro', { count: MOST_TRIAL_CALLS })}</p>
      <Acts>
        <Button disabled={empty} loading={trial.busy} onClick={() => start(false)}>
          {t(running ? 'checklists.trialAgain' : 'checklists.trialRun')}
        </Button>
        {running && !trial.busy && <Button onClick={() => start(true)}>{t('checklists.trialOthers')}</Button>}
        {trial.busy && <Button onClick={trial.end}>{t('checklists.trialStop')}</Button>}
      </Acts>
      {trial.error ? <FailureNote error={trial.error} /> : null}
      {running && tried && (
        <>
          <Sums tried={tried} busy={trial.busy} wordless={running.drawn.wordless} />
          {tried.list !== list && !trial.busy && <p className="admin-hint">{t('checklists.trialOld')}</p>}
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
            ? t('checklists.trialNothing')
            : t('checklists.trialSum', { count: read, matching: format.number(matching), of: format.number(read) })}
        </b>{' '}
        {busy && t('checklists.trialSoFar', { count: tried.drawn, looked: format.number(looked) })}
      </p>
      {!busy &&
        read > 0 &&
        unread(tried).map((language) => <p key={language}>{t(`checklists.trialUnread.${language}`)}</p>)}
      <p className="admin-hint">
        {tried.without > 0 && `${t('checklists.trialWithout', { count: tried.without })} `}
        {wordless > 0 && t('checklists.trialWordless', { count: wordless })}
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
          {t('checklists.trialItem', {
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

/** Sentences are asked for when a person wants to see them: each call of which one is shown is in the journal. */
function Examples({ checklistId, trialId, tried, line, onLine }: ExamplesProps) {
  const { t } = useTranslation();
  const show = useShownPhrases(checklistId, trialId);
  const [shown, setShown] = useState<readonly { at: HeardPhrase; place: ShownPhrase | null }[]>([]);
  const places = placesOf(tried, line);
  const next = places.filter((one) => !shown.some(({ at }) => at === one)).slice(0, MOST_TRIAL_PLACES / 2);
  const more = () =>
    show.mutate(
      next.map(({ language: _, line: __, ...place }) => place),
      {
        onSuccess: (answer) =>
          setShown((now) => [...now, ...next.map((at, i) => ({ at, place: answer.places[i] ?? null }))]),
      },
    );
  if (places.length === 0) return null;
  return (
    <div className="phrase-trial-examples">
      {line !== null && (
        <p>
          {t('checklists.trialOfLine', { phrase: line.slice(3) })}{' '}
          <Button size="small" type="link" onClick={() => onLine(null)}>
            {t('checklists.trialOfAll')}
          </Button>
        </p>
      )}
      {shown.length > 0 && (
        <ul>
          {shown.map(({ at, place }) => (
            <Example key={`${at.legId} ${at.line} ${at.language}`} at={at} place={place} tried={tried} />
          ))}
        </ul>
      )}
      <Failed of={show} />
      {next.length > 0 && (
        <Button size="small" loading={show.isPending} onClick={more}>
          {t(shown.length === 0 ? 'checklists.trialShow' : 'checklists.trialMore')}
        </Button>
      )}
    </div>
  );
}

function Example({ at, place, tried }: { at: HeardPhrase; place: ShownPhrase | null; tried: Tried }) {
  const { t } = useTranslation();
  const phrase = tried.list[at.language][at.line] ?? '';
  return (
    <ShownSentence place={place} language={at.language}>
      {t('checklists.trialBy', { phrase })}
    </ShownSentence>
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
  if (verdict === 'none') return <small className="phrase-tried none">{t('checklists.lineNone')}</small>;
  return (
    <button type="button" className={`plain phrase-tried ${verdict ?? ''}`} onClick={onShow}>
      {t(verdict === 'most' ? 'checklists.lineMost' : 'checklists.lineCalls', { count: calls })}
    </button>
  );
}
