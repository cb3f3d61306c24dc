import { type CallAccesses, type CallJournalEntry, eventRowOf, type Recording } from '#contracts';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useState } from 'react';
import { CopyButton } from '../../../components/copy-button.js';
import { shortHash } from '../../../format/format.rules.js';
import { useMay } from '../../../data/session.js';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';
import { HoldsOver } from './holds-over.js';
import { Why } from '../../../components/why.js';
import { Failed } from '../../../components/failure-note.js';
import { Unfold } from '../../../components/facts.js';
import { Waiting } from '../../../components/waiting.js';
import { useAccesses } from '../../../data/legal.js';
import { useJournal } from '../../../data/calls.js';
import { useEntrySentence } from '../../../format/entry-words.js';
import { joinRepeated } from '../rules/speakers.rules.js';

/** Where the recording is, what it must hash to, whether it can still be opened, and the id by which journal and access log find the call. */
export function CustodySection() {
  const { t } = useTranslation();
  const { call, recording } = useCallPage();
  return (
    <section>
      <h2>
        {t('facts.custody')} <Why of="custody" name={t('facts.custody')} />
      </h2>
      {recording ? <Custody recording={recording} /> : <p className="facts-quiet">{t('facts.none')}</p>}
      <dl>
        <dt>{t('facts.callId')}</dt>
        <dd className="hash line gap-1">
          <span className="mono">{shortHash(call.callId)}</span>
          <CopyButton text={call.callId} label={t('facts.copyCallId')} />
        </dd>
      </dl>
    </section>
  );
}

function Custody({ recording }: { recording: Recording }) {
  const { t } = useTranslation();
  const format = useFormat();
  const sealed = recording.custody === 'sealed' && recording.sealedAt;
  return (
    <>
      <dl>
        <dt>{t('facts.state')}</dt>
        <dd>{sealed ? t('facts.sealed', { time: format.time(sealed, true) }) : <Unsealed recording={recording} />}</dd>
        <dt>{t('facts.hash')}</dt>
        <Hash of={recording.keptSha256} />
        {recording.keptSha256 !== recording.sha256 && (
          <>
            <dt>{t('facts.receivedHash')}</dt>
            <Hash of={recording.sha256} />
          </>
        )}
        <dt>{t('facts.format')}</dt>
        <dd>
          {t(`facts.channels.${recording.channels > 1 ? 'two' : 'one'}`)} {format.number(recording.sampleRate / 1000)}{' '}
          kHz
        </dd>
        <dt>{t('facts.keys')}</dt>
        <dd className={recording.keyCopies < 2 ? 'bad' : ''}>{keyWords(recording.keyCopies, t)}</dd>
      </dl>
      {recording.custody !== 'destroyed' && <HoldsOver recording={recording} />}
      {recording.keptSha256 !== recording.sha256 && <p>{t('facts.cut')}</p>}
      {recording.partOf && <p>{t('facts.part', { whole: format.duration(recording.partOf.wholeMs) })}</p>}
      {recording.restricted && (
        <p className="facts-bad">{t(recording.shutFor === 'rules' ? 'facts.notRecordable' : 'facts.restricted')}</p>
      )}
      {recording.incomplete && <p className="facts-bad">{t('facts.incomplete')}</p>}
      {recording.damaged && <p className="facts-bad">{t('facts.damaged')}</p>}
    </>
  );
}

function Hash({ of }: { of: string }) {
  const { t } = useTranslation();
  return (
    <dd className="hash line gap-1">
      <span className="mono">{shortHash(of)}</span>
      <CopyButton text={of} label={t('facts.copyHash')} />
    </dd>
  );
}

/** What it is now; of a destroyed one the proof, linked for those who may read certificates. */
function Unsealed({ recording }: { recording: Recording }) {
  const { t } = useTranslation();
  const mayRead = useMay('retention.read');
  const { certificate: number } = recording;
  if (number === null) return t(`facts.${unsealed(recording)}`);
  const words = t('facts.destroyedBy', { number });
  return mayRead ? <Link to={`/retention/certificates/${number}`}>{words}</Link> : words;
}

function unsealed(recording: Recording): 'captured' | 'expired' | 'destroyed' {
  return recording.custody === 'sealed' ? 'captured' : recording.custody;
}

function keyWords(copies: number, t: TFunction): string {
  if (copies === 0) return t('facts.noKey');
  return copies === 1 ? t('facts.onlyOneKey') : t('facts.keyCopies', { count: copies });
}

/** Who heard or read this call, when and by which right: for the agent first of all. What one heard oneself is below it, and shown when asked for. */
export function AccessesSection() {
  const { t } = useTranslation();
  const may = useMay('calls.journal.read');
  const { call } = useCallPage();
  const accesses = useAccesses(call.callId, 'others', may);
  const own = accesses.data?.own ?? 0;
  if (!may) return null;
  const items = accesses.data?.items ?? [];
  return (
    <section>
      <h2>{t('legal.accesses')}</h2>
      <Failed of={accesses} />
      {accesses.isSuccess && (
        <p className="facts-quiet">
          {t(items.length > 0 ? 'legal.accessesHint' : own > 0 ? 'legal.accessesNoOther' : 'legal.accessesNone')}
        </p>
      )}
      <AccessLines items={items} />
      {own > 0 && (
        <Unfold name={t('legal.accessesOwn', { count: own })}>
          <OwnAccesses callId={call.callId} />
        </Unfold>
      )}
    </section>
  );
}

function OwnAccesses({ callId }: { callId: string }) {
  const accesses = useAccesses(callId, 'own', true);
  if (!accesses.data) return accesses.error ? <Failed of={accesses} /> : <Waiting />;
  return <AccessLines items={accesses.data.items} />;
}

function AccessLines({ items }: Pick<CallAccesses, 'items'>) {
  return (
    <ol className="dated">
      {items.map((item, index) => (
        <AccessLine key={index} item={item} />
      ))}
    </ol>
  );
}

function AccessLine({ item }: { item: CallAccesses['items'][number] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { at, kind, by, withheld, purpose, right, grantCode, heardMs, sentMs, times } = item;
  const who = withheld ? t('legal.accessWithheld') : by ? format.text(by) : t('legal.accessUser');
  const what =
    kind === 'listened_in'
      ? t('legal.accessListenedIn', { duration: format.duration(heardMs ?? 0) })
      : kind !== 'heard'
        ? t(kind === 'read' ? 'legal.accessRead' : 'legal.accessExported', { count: times })
        : heardMs
          ? t('legal.accessHeard', { duration: format.duration(heardMs) })
          : sentMs
            ? t('legal.accessSent', { duration: format.duration(sentMs) })
            : t('legal.accessOpened');
  const why = [t(`legal.right.${right}`), grantCode, purpose && t(`legal.purpose.${purpose}`)].filter(Boolean);
  return (
    <li>
      <time dateTime={at} title={format.dateTime(at)}>
        {format.isToday(at) ? format.time(at, true) : format.day(at)}
      </time>
      <span>
        {t('legal.accessBy', { who, what })} · {why.join(' · ')}
      </span>
    </li>
  );
}

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
