import type { Reach, Role } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../format/use-format.js';

/** What a role reaches, in words. */
export function useReach(): (role: Role, reach: Reach) => string {
  const { t } = useTranslation();
  const format = useFormat();
  return (role, { team, client }) => {
    if (role === 'agent') return t('person.ownCalls');
    if (team) return format.text(team.name);
    return client ? t('person.ofClient', { client: format.text(client.name) }) : t('person.allClients');
  };
}
