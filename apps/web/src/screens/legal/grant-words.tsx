import type { StandingGrantTerms } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';

/** Whom a grant lets do what, with which calls. */
export function GrantOpens({ terms: { actions, rendition, purpose } }: { terms: StandingGrantTerms }) {
  const { t } = useTranslation();
  return (
    <>
      {actions.map((action) => t(`grants.opens.${action}`)).join(t('grants.join'))}
      <small>
        {t(`grants.rendition.${rendition}`)}
        {t('grants.join')}
        {t(`grants.purpose.${purpose}`)}
      </small>
    </>
  );
}

export function GrantWhom({ terms: { role, scope, team, client } }: { terms: StandingGrantTerms }) {
  const { t } = useTranslation();
  const format = useFormat();
  const names = { team: team ? format.text(team) : '', client: client ? format.text(client) : '' };
  return (
    <>
      {t(`shell.role.${role}`)}
      <small>{t(`grants.scopeOf.${scope}`, names)}</small>
    </>
  );
}
