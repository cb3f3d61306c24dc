import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { WordsVersion } from '#contracts';
import { ShowDialog } from '../../../components/action-dialog.js';
import { Waiting } from '../../../components/waiting.js';
import { Failed } from '../../../components/failure-note.js';
import { wordsOf } from '../../../data/calls.js';
import { useRehear, useWordsOfVersion, useWordsVersions } from '../../../data/words.js';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';
import { differencesOf } from '../rules/differences.rules.js';

/** Every version of the words: who or what made it, what it changed; and hearing the sound again. */
export function WordsVersions({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { call, transcript } = useCallPage();
  const list = useWordsVersions(call.callId, wordsOf(call));
  const rehear = useRehear(call.callId);
  const [compared, setCompared] = useState<WordsVersion | null>(null);
  const newest = transcript?.transcriptId;
  const own = list.data?.versions.filter(({ recordingId }) => recordingId === transcript?.recordingId) ?? [];
  return (
    <ShowDialog title={t('words.versionsTitle')} onClose={onClose} width={720}>
      <div className="admin-dialog column gap-3">
        <Failed of={list} />
        {list.isLoading && <Waiting />}
        <ul className="words-versions">
          {own.map((version) => (
            <li key={version.transcriptId}>
              <VersionLine version={version} />
              {version.transcriptId !== newest && version.readable && (
                <Button size="small" onClick={() => setCompared(version)}>
                  {t('words.compare')}
                </Button>
              )}
            </li>
          ))}
        </ul>
        {compared && <Differences version={compared} />}
        {list.data?.beingMade ? (
          <p role="status">{t('words.beingMade')}</p>
        ) : (
          call.may.rehear && (
            <p>
              <Button loading={rehear.isPending} onClick={() => rehear.mutate()}>
                {t('words.rehear')}
              </Button>{' '}
              <small>{t('words.rehearHint')}</small>
            </p>
          )
        )}
        <Failed of={rehear} />
      </div>
    </ShowDialog>
  );
}

function VersionLine({ version }: { version: WordsVersion }) {
  const { t } = useTranslation();
  const { dateTime, text, number } = useFormat();
  const { origin, by, engine, model, changed, at } = version;
  const heard = engine === 'provided' ? t('transcript.provided') : [engine, model].filter(Boolean).join(' ');
  const who = origin === 'corrected' && by ? t('words.correctedBy', { who: text(by) }) : heard;
  return (
    <span>
      <b>{t('transcript.version', { n: version.version })}</b> {who} <small>{dateTime(at)}</small>{' '}
      {changed && (
        <small>{t('words.changed', { changed: number(changed.changed), words: number(changed.words) })}</small>
      )}
    </span>
  );
}

/** What differs between an older version and the words on the page. */
function Differences({ version }: { version: WordsVersion }) {
  const { t } = useTranslation();
  const { clock } = useFormat();
  const { call, transcript, player } = useCallPage();
  const older = useWordsOfVersion(call.callId, version.transcriptId);
  if (older.error) return <Failed of={older} />;
  if (!older.data || !transcript) return <Waiting />;
  const found = differencesOf(older.data.transcript, transcript.transcript);
  const title = t('words.differences', { from: version.version, to: transcript.version });
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {found === null && <p>{t('words.allDiffers')}</p>}
      {found?.length === 0 && <p>{t('words.noDifference')}</p>}
      <ol className="words-differences" lang={call.language ?? undefined}>
        {found?.map(({ speaker, fromMs, before, after, lead, trail }, at) => (
          <li key={at}>
            <button type="button" className="plain link" onClick={() => player?.seek(fromMs)}>
              {clock(fromMs)}
            </button>{' '}
            <small>{t(`transcript.speaker.${speaker}`)}</small> {lead} {before && <del className="bad">{before}</del>}{' '}
            {after && <ins>{after}</ins>} {trail}
          </li>
        ))}
      </ol>
    </section>
  );
}
