import { type EvidenceExport, evidenceExportsRoutes } from '#contracts';
import { DownloadOutlined } from '@ant-design/icons';
import { Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataTable } from '../../components/data-table.js';
import { WhenRead } from '../../components/admin-page.js';
import { CopyButton } from '../../components/copy-button.js';
import { Failed } from '../../components/failure-note.js';
import { useProved } from '../../components/step-up.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { inUnits } from '../processing/bytes.rules.js';
import { PublicKey, Unfold } from '../../components/facts.js';
import { LegalPage } from './legal-page.js';
import { addressOf, send } from '../../data/api.js';
import { useChange, useRead } from '../../data/queries.js';

const KEY = ['legal', 'exports'] as const;

/** Packages of evidence. */
const useEvidenceExports = () => useRead(KEY, evidenceExportsRoutes.list);

const useRetryExport = () => useChange((exportId: string) => send(evidenceExportsRoutes.retry, { exportId }), KEY);

/** Asks for the proof that a download needs, then has the browser save the package: it may be larger than its memory. */
const useDownloadExport = () =>
  useChange(async (exportId: string) => {
    await send(evidenceExportsRoutes.readiness, { exportId });
    const link = document.createElement('a');
    link.href = addressOf(evidenceExportsRoutes.download, { exportId });
    link.download = '';
    link.click();
    return true;
  }, KEY);

/** Packages of evidence: one's own, and for who decides or audits those within reach. */
export function ExportsScreen() {
  const may = useMay('legal.read');
  return <LegalPage>{may && <Exports />}</LegalPage>;
}

function Exports() {
  const { t } = useTranslation();
  const list = useEvidenceExports();
  return (
    <>
      <WhenRead of={list}>
        {({ exports, publicKey }) => (
          <>
            {exports.length === 0 ? <p className="note">{t('exports.none')}</p> : <ExportTable exports={exports} />}
            <HowToVerify publicKey={publicKey} />
          </>
        )}
      </WhenRead>
    </>
  );
}

function ExportTable({ exports }: { exports: readonly EvidenceExport[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <DataTable
      rows={exports}
      keyOf={({ exportId }) => exportId}
      past={({ state }) => state === 'gone'}
      columns={[
        {
          name: t('exports.column.request'),
          cell: ({ requestId, requestCode, legalCase }) => (
            <>
              <Link to={`/legal/requests/${requestId}`}>{requestCode}</Link>
              {legalCase && (
                <small>
                  {legalCase.reference} {legalCase.title}
                </small>
              )}
            </>
          ),
        },
        {
          name: t('exports.column.for'),
          cell: ({ requestedBy, createdAt }) => (
            <>
              {format.text(requestedBy.name)}
              <small>{format.dateTime(createdAt)}</small>
            </>
          ),
        },
        { name: t('exports.column.state'), cell: (one) => <StateWords one={one} /> },
        { name: t('exports.column.content'), why: 'packageHolds', cell: (one) => <Content one={one} /> },
        { name: t('exports.column.until'), why: 'packageTaken', cell: (one) => <ExportEnd one={one} /> },
      ]}
    />
  );
}

function Content({ one: { recordings, bytes, manifestSha256, timestamped } }: { one: EvidenceExport }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      {t('exports.recordings', { count: recordings })}
      {bytes !== null && ` ${inUnits(bytes, format.number)}`}
      {manifestSha256 && (
        <>
          <small>
            {t('exports.manifest')} <code title={manifestSha256}>{manifestSha256.slice(0, 12)}…</code>
            <CopyButton text={manifestSha256} label={t('exports.copyManifest')} />
          </small>
          <small>{t(timestamped ? 'exports.stamped' : 'exports.unstamped')}</small>
        </>
      )}
    </>
  );
}

function StateWords({ one: { state, failure, goneReason, createdAt, readyAt, goneAt } }: { one: EvidenceExport }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <span role="status">
      {t(`exports.state.${state}`)}
      {state === 'building' && <small>{t('exports.since', { at: format.dateTime(createdAt) })}</small>}
      {state === 'ready' && readyAt && <small>{t('exports.readyAt', { at: format.dateTime(readyAt) })}</small>}
      {state === 'failed' && (
        <>
          <small>{t('exports.failedWhy', { failure: failure ?? '' })}</small>
          <small>{t('exports.failedNext')}</small>
        </>
      )}
      {goneReason && <small>{t(`exports.gone.${goneReason}`)}</small>}
      {goneAt && <small>{format.dateTime(goneAt)}</small>}
    </span>
  );
}

/** Until when it may be taken and how often, and the way to take it. */
function ExportEnd({ one }: { one: EvidenceExport }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { exportId, state, grantCode, expiresAt, downloads, mayDownload, mine } = one;
  const [download, retry] = [useProved(useDownloadExport()), useRetryExport()];
  const take = () => void download.send(exportId);
  const spent = downloads.used >= downloads.allowed;
  return (
    <>
      {t('exports.downloads', downloads)}
      {state !== 'gone' && <small>{t('exports.until', { grant: grantCode, at: format.dateTime(expiresAt) })}</small>}
      {mayDownload && (
        <Tooltip title={t('exports.downloadNote')}>
          <Button
            type="primary"
            size="small"
            icon={<DownloadOutlined aria-hidden />}
            loading={download.isPending}
            onClick={take}
          >
            {t('exports.download')}
          </Button>
        </Tooltip>
      )}
      {state === 'ready' && !mine && <small>{t('exports.others')}</small>}
      {state === 'ready' && mine && spent && <small>{t('exports.usedUp')}</small>}
      {state === 'failed' && mine && (
        <Button size="small" loading={retry.isPending} onClick={() => retry.mutate(exportId)}>
          {t('exports.retry')}
        </Button>
      )}
      <Failed of={retry} />
      {download.said}
    </>
  );
}

const COMMANDS = [
  [
    'verifyOpen',
    `openssl pkeyutl -verify -pubin -inkey shouwen.pub -rawin -in manifest.json -sigfile manifest.sig
grep -oE '[0-9a-f]{64}  [^"]+' manifest.json | sha256sum -c --strict`,
  ],
  ['verifyStamp', 'openssl ts -verify -data manifest.json -in timestamp.tsr -CAfile CA.pem'],
  ['verifyOurs', 'npm run verify-export -- package.zip --key shouwen.pub'],
] as const;

/** How an outsider checks a package with the public key alone; the same commands are in the package's README. */
function HowToVerify({ publicKey }: { publicKey: string | null }) {
  const { t } = useTranslation();
  return (
    <section className="admin-section">
      <h2>{t('exports.verify')}</h2>
      <p className="admin-hint">{t('exports.verifyWhy')}</p>
      <PublicKey pem={publicKey} />
      <Unfold name={t('journal.technicalCommands')}>
        {COMMANDS.map(([words, command]) => (
          <div key={words} className="legal-command dense grid at-top above-2 measure-wide">
            <p className="whole-row">{t(`exports.${words}`)}</p>
            <pre tabIndex={0}>{command}</pre>
            <CopyButton text={command} label={t('exports.copy')} />
          </div>
        ))}
      </Unfold>
    </section>
  );
}
