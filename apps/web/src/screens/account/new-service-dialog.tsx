import { SERVICE_SCOPES, type ServiceTokenList } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useAskForService } from '../../data/service-tokens.js';
import { TokenDialog } from './token-dialog.js';

interface Props {
  list: ServiceTokenList;
  onMade: (token: string) => void;
  onClose: () => void;
}

/** The token of a service, which a second person confirms. */
export function NewServiceDialog({ list: { teams, clients }, ...props }: Props) {
  const { t } = useTranslation();
  const ask = useAskForService();
  return (
    <TokenDialog
      of="service"
      words={{
        ...{ title: t('services.askTitle'), ok: t('services.ask') },
        ...{ name: t('services.name'), nameHint: t('services.nameHint') },
        ...{ scopesHint: t('services.scopesHint'), anyTeam: t('services.anyTeam') },
      }}
      scopes={SERVICE_SCOPES}
      scopeWords={(scope) => t(`services.scope.${scope}`)}
      teams={teams}
      clients={clients}
      send={({ source: _, ...wanted }) => ask.mutateAsync(wanted)}
      {...props}
    />
  );
}
