import { TEAM_SCOPES, type TokenList, type TokenScope } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useCreateToken } from '../../data/account.js';
import { TokenDialog } from './token-dialog.js';

interface Props {
  list: TokenList;
  onMade: (token: string) => void;
  onClose: () => void;
}

/** A token by which a programme acts for the person who makes it. */
export function NewTokenDialog({ list: { scopes, teams }, ...props }: Props) {
  const { t } = useTranslation();
  const create = useCreateToken();
  const companyWide = (chosen: readonly TokenScope[]) =>
    chosen.some((scope) => !(TEAM_SCOPES as readonly TokenScope[]).includes(scope));
  return (
    <TokenDialog
      of="token"
      words={{
        ...{
          title: t('tokens.makeTitle'),
          ok: t('tokens.make'),
          name: t('tokens.name'),
          nameHint: t('tokens.nameHint'),
        },
        ...{ scopesHint: t('tokens.scopesHint'), anyTeam: t('tokens.anyTeam') },
      }}
      scopes={scopes}
      scopeWords={(scope) => t(`tokens.scope.${scope}`)}
      teams={teams}
      noTeams={(chosen) => (companyWide(chosen) ? t('tokens.teamsNotHere') : null)}
      ofSource={(chosen) => chosen.length === 1 && chosen[0] === 'calls.ingest'}
      send={({ clientId: _, ...wanted }) => create.mutateAsync(wanted)}
      {...props}
    />
  );
}
