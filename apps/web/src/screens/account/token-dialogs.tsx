import {
  SERVICE_SCOPES,
  TEAM_SCOPES,
  TOKEN_LONGEST_DAYS,
  type ServiceTokenList,
  type TokenList,
  type TokenScope,
} from '#contracts';
import { useTranslation } from 'react-i18next';
import { z } from 'zod';
import { FormDialog } from '../../components/dialogs.js';
import { useCreateToken, useAskForService } from '../../data/account.js';
import { useFormat } from '../../format/use-format.js';

const DAYS = [7, 30, 90, 180, TOKEN_LONGEST_DAYS];

/** What a new token is to be. A person's has no client, and only theirs can be of one telephone system. */
const wantedSchema = z.object({
  name: z.string().trim().min(1).max(80),
  scopes: z.array(z.string()).min(1),
  days: z.number(),
  teamIds: z.array(z.string()).nullable(),
  clientId: z.string().nullable().default(null),
  addresses: z.array(z.string()).nullable(),
  source: z.string().trim().max(63).nullable().default(null),
});
type WantedToken<S> = Omit<z.infer<typeof wantedSchema>, 'scopes'> & { scopes: S[] };

interface Props<S extends string> {
  of: 'tokens' | 'services';
  title: string;
  ok: string;
  scopes: readonly S[];
  scopeWords: (scope: S) => string;
  teams: TokenList['teams'];
  clients?: ServiceTokenList['clients'];
  /** Whether it may be of one telephone system. */
  ofSource?: (scopes: readonly S[]) => boolean;
  /** Why no teams can be chosen with these scopes; null: they can. */
  noTeams?: (scopes: readonly S[]) => string | null;
  send: (wanted: WantedToken<S>) => Promise<{ token: string }>;
  onMade: (token: string) => void;
  onClose: () => void;
}

/** Name, scopes, end and reach of a token. What the server refuses is said here, and nothing typed is lost. */
function TokenDialog<S extends string>({ of, title, ok, send, onMade, onClose, ...offered }: Props<S>) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <FormDialog
      title={title}
      okText={ok}
      keeps
      body={wantedSchema}
      start={{ days: 90 }}
      fields={(wanted) => {
        const scopes = wanted.scopes as S[];
        const none = offered.noTeams?.(scopes) ?? null;
        return [
          {
            of: 'name',
            label: t(`${of}.name`),
            hint: t(`${of}.nameHint`),
            missing: t('tokens.missingName'),
            first: true,
          },
          {
            of: 'scopes',
            label: t('tokens.scopes'),
            hint: t(`${of}.scopesHint`),
            missing: t('tokens.missingScope'),
            options: offered.scopes.map((value) => ({ value, label: offered.scopeWords(value) })),
            also: (chosen) => (offered.ofSource?.(chosen as S[]) ? {} : { source: '' }),
          },
          {
            of: 'days',
            as: 'choice',
            label: t('tokens.days'),
            options: DAYS.map((days) => ({ value: days, label: t('tokens.inDays', { count: days }) })),
          },
          offered.clients && {
            of: 'clientId',
            as: 'choice',
            label: t('services.client'),
            placeholder: t('services.anyClient'),
            control: { allowClear: true, disabled: wanted.teamIds.length > 0 },
            options: offered.clients.map(({ clientId, name }) => ({ value: clientId, label: format.text(name) })),
          },
          {
            of: 'teamIds',
            as: 'several',
            label: t('tokens.teams'),
            hint: none ?? t('tokens.teamsHint'),
            placeholder: t(`${of}.anyTeam`),
            control: {
              allowClear: true,
              optionFilterProp: 'label',
              disabled: none !== null || Boolean(wanted.clientId),
            },
            options: offered.teams.map(({ teamId, name }) => ({ value: teamId, label: format.text(name) })),
          },
          offered.ofSource?.(scopes) && {
            of: 'source',
            label: t('tokens.source'),
            hint: t('tokens.sourceHint'),
            placeholder: t('tokens.anySource'),
          },
          {
            of: 'addresses',
            as: 'several',
            label: t('tokens.addresses'),
            hint: t('tokens.addressesHint'),
            placeholder: t('tokens.anyAddress'),
            control: { mode: 'tags', open: false, suffixIcon: null, tokenSeparators: [',', ' ', '，'] },
          },
        ];
      }}
      send={async (wanted) => onMade((await send(wanted as WantedToken<S>)).token)}
      onClose={onClose}
      width={560}
    />
  );
}

interface ServiceProps {
  list: ServiceTokenList;
  onMade: (token: string) => void;
  onClose: () => void;
}

/** The token of a service, which a second person confirms. */
export function NewServiceDialog({ list: { teams, clients }, ...props }: ServiceProps) {
  const { t } = useTranslation();
  const ask = useAskForService();
  return (
    <TokenDialog
      of="services"
      title={t('services.askTitle')}
      ok={t('services.ask')}
      scopes={SERVICE_SCOPES}
      scopeWords={(scope) => t(`services.scope.${scope}`)}
      teams={teams}
      clients={clients}
      send={({ source: _, ...wanted }) => ask.mutateAsync(wanted)}
      {...props}
    />
  );
}

interface TokenProps {
  list: TokenList;
  onMade: (token: string) => void;
  onClose: () => void;
}

/** A token by which a programme acts for the person who makes it. */
export function NewTokenDialog({ list: { scopes, teams }, ...props }: TokenProps) {
  const { t } = useTranslation();
  const create = useCreateToken();
  const companyWide = (chosen: readonly TokenScope[]) =>
    chosen.some((scope) => !(TEAM_SCOPES as readonly TokenScope[]).includes(scope));
  return (
    <TokenDialog
      of="tokens"
      title={t('tokens.makeTitle')}
      ok={t('tokens.make')}
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
