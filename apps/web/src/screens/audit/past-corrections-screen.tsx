import { accessesRoutes, type PastCorrection } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { WhenRead } from '../../components/admin-page.js';
import { DataTable } from '../../components/data-table.js';
import { usePastCorrections } from '../../data/audit.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { AuditPage } from './audit-page.js';

/** Corrections of the past that would be refused, or would wait for a second person, now. */
export function PastCorrectionsScreen() {
  const { t } = useTranslation();
  const may = useMay('journal.read');
  return (
    <AuditPage
      title={t('audit.access')}
      tabs
      file={{ route: accessesRoutes.exportCorrections, name: 'past-corrections', filters: {} }}
    >
      <p className="note">{t('audit.corrections.intro')}</p>
      {may && <PastCorrections />}
    </AuditPage>
  );
}

function PastCorrections() {
  const { t } = useTranslation();
  return (
    <WhenRead of={usePastCorrections()}>
      {({ corrections }) =>
        corrections.length === 0 ? (
          <p className="note">{t('audit.corrections.none')}</p>
        ) : (
          <CorrectionTable corrections={corrections} />
        )
      }
    </WhenRead>
  );
}

function CorrectionTable({ corrections }: { corrections: readonly PastCorrection[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <DataTable
      className="audit-table"
      rows={corrections}
      keyOf={({ correctionId }) => correctionId}
      columns={[
        {
          name: t('audit.corrections.at'),
          cell: ({ at }) => <time dateTime={at}>{format.dateTime(at)}</time>,
        },
        { name: t('audit.corrections.who'), cell: ({ by }) => format.text(by.name) },
        {
          name: t('audit.corrections.what'),
          cell: ({ fields, reason }) => (
            <>
              {fields.map((field) => t(`call.correct.named.${field}`)).join(t('journal.and'))}
              {reason && <small lang="">{reason}</small>}
            </>
          ),
        },
        {
          name: t('audit.corrections.why'),
          cell: ({ why, moved }) => (
            <span className="audit-parted">
              {why.map((one) => (
                <span key={one}>
                  {t(`audit.corrections.because.${one}`, {
                    moved: moved.map((what) => t(`audit.corrections.moved.${what}`)).join(t('journal.and')),
                  })}
                </span>
              ))}
            </span>
          ),
        },
        {
          name: t('audit.corrections.call'),
          cell: ({ callId, startedAt }) => <Link to={`/calls/${callId}`}>{format.dateTime(startedAt)}</Link>,
        },
      ]}
    />
  );
}
