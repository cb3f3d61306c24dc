import type { Recording } from '#contracts';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CopyButton } from '../../../components/copy-button.js';
import { shortHash } from '../../../format/format.rules.js';
import { useMay } from '../../../data/session.js';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';
import { HoldsOver } from './holds-over.js';
import { Why } from '../../../components/why.js';

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
        <dd className="hash">
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
    <dd className="hash">
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
