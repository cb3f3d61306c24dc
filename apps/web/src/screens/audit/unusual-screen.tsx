import {
  accessesRoutes,
  UNUSUAL_LONGEST_DAYS,
  unusualRuleSchema,
  type UnusualFinding,
  type UnusualView,
} from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { WhenRead } from '../../components/admin-page.js';
import { Why } from '../../components/why.js';
import { useUnusualAccess } from '../../data/audit.js';
import { useMay } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { AuditPage, useAddressFilters } from './audit-page.js';
import { DayField, FilterBar } from './filter-fields.js';

const NAMES = ['from', 'to'] as const;

/** Plays that are worth a look, each with the rule it comes of and its figures. */
export function UnusualScreen() {
  const { t } = useTranslation();
  const may = useMay('journal.read');
  const { filters } = useAddressFilters(NAMES);
  return (
    <AuditPage
      title={t('audit.access')}
      tabs
      file={{ route: accessesRoutes.exportUnusual, name: 'unusual-access', filters }}
    >
      {may && <Unusual />}
    </AuditPage>
  );
}

function Unusual() {
  const { t } = useTranslation();
  const filtering = useAddressFilters(NAMES);
  const unusual = useUnusualAccess(filtering.filters);
  return (
    <>
      <FilterBar count={filtering.count} clear={filtering.clear}>
        <DayField of="from" longest={UNUSUAL_LONGEST_DAYS} {...filtering} />
        <DayField of="to" longest={UNUSUAL_LONGEST_DAYS} {...filtering} />
      </FilterBar>
      <WhenRead of={unusual}>{(view) => <Findings view={view} />}</WhenRead>
      <section className="admin-section">
        <h2>{t('auditPage.unusual.rules')}</h2>
        <dl className="audit-rules dense measure-wide">
          {unusualRuleSchema.options.map((rule) => (
            <div key={rule}>
              <dt className="bold inked">{t(`auditPage.unusual.rule.${rule}`)}</dt>
              <dd className="soft">{t(`auditPage.unusual.about.${rule}`)}</dd>
            </div>
          ))}
        </dl>
      </section>
    </>
  );
}

function Findings({ view }: { view: UnusualView }) {
  const { t } = useTranslation();
  const { plays, people, from, to, earlierPlays: earlier, notCompared, findings } = view;
  return (
    <section className="admin-section">
      <p className="dense below-2">
        {plays === 0
          ? t('auditPage.unusual.nothing')
          : t('auditPage.unusual.what', { plays, people, from, to, earlier })}{' '}
        {notCompared > 0 && t('auditPage.unusual.notCompared', { count: notCompared })}{' '}
        <Why of="unusual" name={t('auditPage.unusual.rules')} />
      </p>
      <p className="admin-hint">{t('auditPage.unusual.noScore')}</p>
      {findings.length === 0 && plays > 0 && <p className="dense below-2">{t('auditPage.unusual.none')}</p>}
      <ul className="audit-findings">
        {findings.map((finding, index) => (
          <FindingLine key={`${finding.rule}${finding.person.personId}${index}`} finding={finding} />
        ))}
      </ul>
    </section>
  );
}

function FindingLine({ finding }: { finding: UnusualFinding }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { rule, person, plays, of, figures, examples } = finding;
  return (
    <li>
      <b>{t(`auditPage.unusual.rule.${rule}`)}</b>
      <span className="audit-parted">
        <span>{format.text(person.name)}</span>
        <span>{t('auditPage.unusual.plays', { count: plays, of })}</span>
      </span>
      <p>{t(`auditPage.unusual.reason.${rule}`, { ...figures, plays })}</p>
      <p className="admin-hint">
        {t('auditPage.unusual.examples')}{' '}
        {examples.map(({ at, callId }) => (
          <Link key={at} to={`/calls/${callId}`}>
            {format.dateTime(at)}
          </Link>
        ))}
      </p>
    </li>
  );
}
