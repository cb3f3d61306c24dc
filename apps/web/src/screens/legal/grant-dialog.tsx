import {
  GRANTED_ROLES,
  grantActionSchema,
  LONGEST_STANDING_DAYS,
  standingGrantProposalSchema,
  type StandingGrantList,
} from '#contracts';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../components/dialogs.js';
import type { Typed } from '../../components/form/schema.rules.js';
import { useProposeGrant } from '../../data/standing-grants.js';
import { useMe } from '../../data/session.js';
import { siteDay, useFormat } from '../../format/use-format.js';

type Terms = Typed<typeof standingGrantProposalSchema>;

/** Ninety days: long enough to work by, short enough to be looked at again. */
const USUAL_DAYS = 90;
const BEGIN = {
  role: 'supervisor',
  scope: 'company',
  purpose: 'quality',
  actions: ['listen', 'read'],
  rendition: 'masked',
} satisfies Partial<Terms>;

/** An agent's grant is over their own calls, and own calls are a purpose of their own. */
function fitting(terms: Terms): Terms {
  const scope = terms.role === 'agent' ? 'own' : terms.scope;
  const purpose = scope === 'own' ? 'own_call' : terms.purpose === 'own_call' ? 'quality' : terms.purpose;
  const teamId = scope === 'team' ? terms.teamId : '';
  const actions = scope === 'own' ? terms.actions.filter((action) => action !== 'listen_live') : terms.actions;
  return { ...terms, scope, purpose, teamId, actions, clientId: scope === 'client' ? terms.clientId : '' };
}

/** What has to be given still, the topmost first. */
function whatIsMissing({ scope, teamId, clientId, actions, reason }: Terms): 'whose' | 'actions' | 'reason' | null {
  if ((scope === 'team' && !teamId) || (scope === 'client' && !clientId)) return 'whose';
  if (actions.length === 0) return 'actions';
  return reason.trim().length >= 3 ? null : 'reason';
}

interface Props {
  choices: StandingGrantList['choices'];
  onClose: () => void;
}

export function GrantDialog({ choices, onClose }: Props) {
  const { t } = useTranslation();
  const format = useFormat();
  const propose = useProposeGrant();
  const { timeZone } = useMe();
  return (
    <FormDialog
      title={t('grants.dialog.title')}
      okText={t('grants.dialog.ok')}
      name="grant"
      body={standingGrantProposalSchema}
      start={{
        ...BEGIN,
        scope: choices.company ? 'company' : 'team',
        expiresAt: siteDay(timeZone, USUAL_DAYS),
      }}
      fields={(terms) => {
        const fit = (change: Partial<Terms>) => fitting({ ...terms, ...change });
        const missing = whatIsMissing(terms);
        const scopes = (['own', 'team', 'client', 'company'] as const).filter(
          (scope) =>
            (terms.role !== 'agent' || scope === 'own') &&
            (choices.company || (scope !== 'own' && scope !== 'company')),
        );
        const purposes = terms.scope === 'own' ? (['own_call'] as const) : (['quality', 'coaching'] as const);
        const actions = grantActionSchema.options.filter((one) => terms.scope !== 'own' || one !== 'listen_live');
        return [
          <p className="admin-hint">{t('grants.dialog.hint')}</p>,
          {
            of: 'role',
            label: t('grants.dialog.role'),
            options: GRANTED_ROLES.filter((role) => choices.company || role !== 'agent').map((role) => ({
              value: role,
              label: t(`shell.role.${role}`),
            })),
            also: (role) => fit({ role }),
          },
          {
            of: 'scope',
            label: t('grants.dialog.scope'),
            options: scopes.map((scope) => ({ value: scope, label: t(`grants.scope.${scope}`) })),
            also: (scope) => fit({ scope }),
          },
          terms.scope === 'team' && {
            of: 'teamId',
            as: 'choice',
            label: t('grants.dialog.team'),
            options: choices.teams.map(({ teamId, name, client }) => ({
              value: teamId,
              label: `${format.text(name)} (${format.text(client)})`,
            })),
          },
          terms.scope === 'client' && {
            of: 'clientId',
            as: 'choice',
            label: t('grants.dialog.client'),
            options: choices.clients.map(({ clientId, name }) => ({ value: clientId, label: format.text(name) })),
          },
          {
            of: 'purpose',
            label: t('grants.dialog.purpose'),
            options: purposes.map((purpose) => ({ value: purpose, label: t(`grants.purpose.${purpose}`) })),
          },
          {
            of: 'actions',
            label: t('grants.dialog.actions'),
            ...(terms.actions.includes('listen_live') && { hint: t('grants.dialog.listenLive') }),
            options: actions.map((action) => ({ value: action, label: t(`grants.opens.${action}`) })),
          },
          {
            of: 'rendition',
            label: t('grants.dialog.rendition'),
            ...(terms.rendition === 'original' && { hint: t('grants.dialog.original') }),
            words: (kind) => t(`grants.rendition.${kind}`),
          },
          {
            of: 'expiresAt',
            as: 'until',
            label: t('grants.dialog.until'),
            hint: t('grants.dialog.untilHint'),
            min: siteDay(timeZone),
            max: siteDay(timeZone, LONGEST_STANDING_DAYS - 1),
          },
          { of: 'reason', as: 'lines', rows: 2, label: t('grants.reason'), hint: t('grants.dialog.reasonHint') },
          missing && (
            <p className="admin-hint" role="status">
              {t(`grants.dialog.missing.${missing}`)}
            </p>
          ),
        ];
      }}
      send={propose.mutateAsync}
      onClose={onClose}
      width={520}
    />
  );
}
