import { accessesRoutes } from '#contracts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useOpenGrants } from '../../data/audit.js';
import { useFormat } from '../../format/use-format.js';
import { WholeList } from './audit-page.js';

/** Every right to open recordings that holds now. */
export function OpenGrantsScreen() {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <WholeList
      file={{ route: accessesRoutes.exportGrants, name: 'open-grants', filters: {} }}
      none={t('auditPage.grant.none')}
      useList={useOpenGrants}
      rowsOf={({ grants }) => grants}
      keyOf={({ grantId }) => grantId}
      columns={[
        {
          name: t('auditPage.grant.code'),
          cell: ({ code, requestId, requestCode }) => (
            <>
              {code}
              {requestId && (
                <small>
                  <Link to={`/legal/requests/${requestId}`}>{requestCode}</Link>
                </small>
              )}
            </>
          ),
        },
        {
          name: t('auditPage.grant.who'),
          cell: ({ person, role, scope, recordings }) => (
            <>
              {person && format.text(person.name)}
              {role && t('auditPage.grant.everybody', { role: t(`shell.role.${role}`) })}
              {scope && <small>{t(`auditPage.grant.scope.${scope}`)}</small>}
              {recordings !== null && <small>{t('auditPage.grant.recordings', { count: recordings })}</small>}
            </>
          ),
        },
        {
          name: t('auditPage.grant.what'),
          cell: ({ actions, purpose, rendition }) => (
            <>
              <span className="audit-parted">
                {actions.map((action) => (
                  <span key={action}>
                    {action === 'read' || action === 'listen_live'
                      ? t(`auditPage.grant.${action}`)
                      : t(`legal.action.${action}`)}
                  </span>
                ))}
              </span>
              <small>
                {t(`legal.purpose.${purpose}`)} {t(`legal.rendition.${rendition}`)}
              </small>
            </>
          ),
        },
        {
          name: t('auditPage.grant.left'),
          why: 'usesLeft',
          cell: ({ plays }) =>
            plays
              ? t('auditPage.grant.of', { left: plays.allowed - plays.used, allowed: plays.allowed })
              : t('auditPage.grant.unlimited'),
        },
        {
          name: t('auditPage.grant.until'),
          cell: ({ expiresAt }) => <time dateTime={expiresAt}>{format.dateTime(expiresAt)}</time>,
        },
        {
          name: t('auditPage.grant.state'),
          cell: ({ state, right }) => (
            <>
              {t(`legal.grantState.${state}`)}
              <small>{t(`legal.right.${right}`)}</small>
            </>
          ),
        },
      ]}
    />
  );
}
