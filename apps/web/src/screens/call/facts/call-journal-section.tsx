import { eventRowOf, type CallJournalEntry } from '#contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failed } from '../../../components/failure-note.js';
import { useJournal } from '../../../data/calls.js';
import { useMay } from '../../../data/session.js';
import { useEntrySentence } from '../../../format/entry-words.js';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';
import { joinRepeated } from '../rules/repeated.rules.js';

const FIRST = 12;

/** Everything that was done with this call, oldest first. */
export function CallJournalSection() {
  const { t } = useTranslation();
  const format = useFormat();
  const may = useMay('calls.journal.read');
  const { call } = useCallPage();
  const journal = useJournal(call.callId, may);
  const say = useEntrySentence();
  const wordsOf = ({ event, details, actor, ref }: CallJournalEntry) => {
    const someone = actor.kind === 'system' ? t('journal.system') : t('journal.someone');
    const who = actor.name ? format.text(actor.name) : someone;
    return (eventRowOf(event)?.ofCall && say(event, details, { who, ref: ref ?? '' })) || t('journal.other');
  };
  const [all, setAll] = useState(false);
  const entries = journal.data?.entries ?? [];
  const minute = (at: string) => at.slice(0, 16);
  const lines = joinRepeated(entries, (a, b) => minute(a.at) === minute(b.at) && wordsOf(a) === wordsOf(b));
  const shown = all ? lines : lines.slice(-FIRST);
  return (
    <section>
      <h2>{t('facts.journal')}</h2>
      {!may && <p className="facts-quiet">{t('facts.journalHidden')}</p>}
      <Failed of={journal} />
      {journal.isSuccess && entries.length === 0 && <p className="facts-quiet">{t('facts.journalEmpty')}</p>}
      {shown.length < lines.length && (
        <button type="button" className="plain link facts-quiet" onClick={() => setAll(true)}>
          {t('facts.more', { count: lines.length })}
        </button>
      )}
      <ol className="dated">
        {shown.map(({ first: entry, times }) => (
          <li key={entry.entryId}>
            <time title={format.dateTime(entry.at)}>{format.time(entry.at, true)}</time>
            <span>{times > 1 ? t('facts.times', { words: wordsOf(entry), times }) : wordsOf(entry)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
