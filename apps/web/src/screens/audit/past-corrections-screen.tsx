import { accessesRoutes } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { usePastCorrections } from '../../data/audit.js';
import { useFormat } from '../../format/use-format.js';
import { WholeList } from './audit-page.js';

/** Corrections of the past that would be refused, or would wait for a second person, now. */
export function PastCorrectionsScreen() {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <WholeList
      file={{ route: accessesRoutes.exportCorrections, name: 'past-corrections', filters: {} }}
      intro={t('auditPage.corrections.intro')}
      none={t('auditPage.corrections.none')}
      useList={usePastCorrections}
      rowsOf={({ corrections }) => corrections}
      keyOf={({ correctionId }) => correctionId}
      columns={[
        {
          name: t('auditPage.corrections.at'),
          cell: ({ at }) => <time dateTime={at}>{format.dateTime(at)}</time>,
        },
        { name: t('auditPage.corrections.who'), cell: ({ by }) => format.text(by.name) },
        {
          name: t('auditPage.corrections.what'),
          cell: ({ fields, reason }) => (
            <>
              {fields.map((field) => t(`call.correct.named.${field}`)).join(t('journal.and'))}
              {reason && <small lang="">{reason}</small>}
            </>
          ),
        },
        {
          name: t('auditPage.corrections.why'),
          cell: ({ why, moved }) => (
            <span className="audit-parted">
              {why.map((one) => (
                <span key={one}>
                  {t(`auditPage.corrections.because.${one}`, {
                    moved: moved.map((what) => t(`auditPage.corrections.moved.${what}`)).join(t('journal.and')),
                  })}
                </span>
              ))}
            </span>
          ),
        },
        {
          name: t('auditPage.corrections.call'),
          cell: ({ callId, startedAt }) => <Link to={`/calls/${callId}`}>{format.dateTime(startedAt)}</Link>,
        },
      ]}
    />
  );
}
