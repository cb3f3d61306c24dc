import { destructionReasonSchema, type DestructionReason, type SignedCertificate } from '#contracts';
import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { ByOnePerson } from '../../components/one-person.js';
import { Back, Acts } from '../../components/acts.js';
import { WhenRead } from '../../components/admin-page.js';
import { CopyButton } from '../../components/copy-button.js';
import { PublicKey, Facts, Unfold } from '../../components/facts.js';
import { useCertificate } from '../../data/retention.js';
import { useFormat } from '../../format/use-format.js';
import { RetentionPage } from './retention-page.js';

/** One certificate: what it says, the file itself, and how to check it without this product. */
export function CertificateScreen() {
  const { t } = useTranslation();
  const { number = '' } = useParams();
  const certificate = useCertificate(number);
  return (
    <RetentionPage>
      <div className="padded">
        <Back to="/retention/certificates">{t('retention.certificate.back')}</Back>
      </div>
      <WhenRead of={certificate}>{(data) => <Loaded number={number} certificate={data} />}</WhenRead>
    </RetentionPage>
  );
}

function Loaded({ number, certificate }: { number: string; certificate: SignedCertificate }) {
  const { t } = useTranslation();
  const command = `npm run verify-certificate -- ${number}.json --key journal.key.pub`;
  return (
    <>
      <section className="admin-section">
        <div className="legal-code">
          <h2>{t('retention.certificate.one', { number })}</h2>
        </div>
        <Acts>
          <Button icon={<DownloadOutlined aria-hidden />} onClick={() => save(`${number}.json`, certificate)}>
            {t('retention.certificate.download', { number })}
          </Button>
        </Acts>
        <p className="admin-hint">{t('retention.certificate.journalled')}</p>
      </section>
      <Says document={certificate.document} />
      <section className="admin-section">
        <h2>{t('retention.certificate.verify')}</h2>
        <p className="admin-hint">{t('retention.certificate.verifyHint')}</p>
        <PublicKey pem={certificate.publicKey} />
        <Unfold name={t('journal.technicalCommands')}>
          <div className="certificate-command line sunk rounded padded-box around-2 measure">
            <code className="label">{command}</code>
            <CopyButton text={command} label={t('retention.certificate.copy')} />
          </div>
        </Unfold>
        <div className="certificate-raw">
          <Unfold name={t('retention.certificate.raw')}>
            <pre tabIndex={0}>{JSON.stringify(certificate, null, 2)}</pre>
          </Unfold>
        </div>
      </section>
    </>
  );
}

const TIMES = ['issuedAt', 'orderedAt', 'startedAt', 'keyDestroyedAt'] as const;
const IDS = ['recordingId', 'destroyedKeyId', 'receivedSha256'] as const;
const LISTS = [
  ['objects', 'objects'],
  ['packages', 'packages'],
  ['outlives', 'ciphertextThatOutlivesItsKey'],
  ['parts', 'parts'],
] as const;

type FieldName = 'reason' | 'partOf' | (typeof TIMES)[number] | (typeof IDS)[number] | (typeof LISTS)[number][0];

/** What people ask of it first. Certificates of cuts say less; what one does not say is left out. */
function Says({ document }: Pick<SignedCertificate, 'document'>) {
  const { t } = useTranslation();
  const { dateTime } = useFormat();
  const reason = destructionReasonSchema.safeParse(document['reason']).data;
  const rows: [string, ReactNode][] = [
    ...(reason ? [row('reason', <Reason reason={reason} byOne={document['scheduleByOnePerson'] === true} />)] : []),
    ...TIMES.flatMap((name) => (typeof document[name] === 'string' ? [row(name, dateTime(document[name]))] : [])),
    ...IDS.flatMap((name) =>
      typeof document[name] === 'string' ? [row(name, <span className="mono">{document[name]}</span>)] : [],
    ),
    ...(isPart(document['partOf'])
      ? [row('partOf', <span className="mono">{document['partOf'].recordingId}</span>)]
      : []),
    ...LISTS.flatMap(([name, from]) => {
      const list: unknown = document[from];
      if (!Array.isArray(list)) return [];
      const count = list.length;
      return [row(name, count === 0 ? t('retention.certificate.none') : t(`retention.certificate.${name}`, { count }))];
    }),
  ];
  function row(name: FieldName, said: ReactNode): [string, ReactNode] {
    return [t(`retention.certificate.field.${name}`), said];
  }
  return (
    <section className="admin-section">
      <h2>{t('retention.certificate.says')}</h2>
      <Facts of={rows} />
    </section>
  );
}

const isPart = (of: unknown): of is { recordingId: string } =>
  typeof of === 'object' && of !== null && 'recordingId' in of && typeof of.recordingId === 'string';

function Reason({ reason, byOne }: { reason: DestructionReason; byOne: boolean }) {
  const { t } = useTranslation();
  return (
    <>
      {t(`destroyed.${reason}`)} <ByOnePerson when={byOne} />
    </>
  );
}

/** The file as the server gave it: whitespace is no part of what is signed. */
function save(name: string, certificate: SignedCertificate): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(certificate, null, 2)], { type: 'application/json' }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  URL.revokeObjectURL(url);
}
