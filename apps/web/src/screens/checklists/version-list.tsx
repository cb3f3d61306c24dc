import type { ChecklistDetail, ChecklistVersionSummary } from '#contracts';
import { useTranslation } from 'react-i18next';
import { ByOnePerson } from '../../components/one-person.js';
import { Link } from 'react-router';
import { useFormat } from '../../format/use-format.js';

/** Every version there was, who published and retired it, and why. */
export function VersionList({ checklist, shown }: { checklist: ChecklistDetail; shown: number }) {
  const { t } = useTranslation();
  return (
    <section className="admin-section">
      <h2>{t('checklists.versions')}</h2>
      <ul className="checklist-versions">
        {checklist.versions.map((version) => (
          <Version
            key={version.version}
            version={version}
            to={checklist.checklistId}
            current={version.version === shown}
          />
        ))}
      </ul>
    </section>
  );
}

function Version({ version, to, current }: { version: ChecklistVersionSummary; to: string; current: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { publishedBy, publishedAt, reason, retiredBy, retiredAt, retiredReason, supersededBy } = version;
  const at = format.dateTime(publishedAt);
  return (
    <li>
      <Link to={`/checklists/${to}?version=${version.version}`} aria-current={current ? 'true' : undefined}>
        {t('checklists.version', { version: version.version })}
      </Link>
      <span className="admin-tag">{t(`checklists.stage.${version.stage}`)}</span>
      <span>{t('checklists.judgedLegs', { count: version.judgedLegs })}</span>
      <span>
        {publishedBy
          ? t('checklists.versionBy', { name: format.text(publishedBy), at, reason: reason ?? '' })
          : `${t('checklists.shippedOrigin')} · ${t('checklists.versionLine', { at })}`}{' '}
        <ByOnePerson when={version.byOnePerson} />
      </span>
      {retiredBy && retiredAt && (
        <span>
          {t('checklists.retiredBy', {
            name: format.text(retiredBy),
            at: format.dateTime(retiredAt),
            reason: retiredReason ?? '',
          })}
        </span>
      )}
      {supersededBy !== null && <span>{t('checklists.superseded', { version: supersededBy })}</span>}
    </li>
  );
}
