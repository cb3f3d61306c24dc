import { TOKEN_LONGEST_DAYS, type ServiceTokenList, type TokenList } from '#contracts';
import { Checkbox, Input } from 'antd';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../components/opened/select.js';
import { ActionDialog } from '../../components/action-dialog.js';
import { Field } from '../../components/admin-page.js';
import { useFormat } from '../../format/use-format.js';

const DAYS = [7, 30, 90, 180, TOKEN_LONGEST_DAYS];

/** What a new token is to be. A person's has no client. */
export interface WantedToken<S> {
  name: string;
  scopes: S[];
  days: number;
  teamIds: string[] | null;
  clientId: string | null;
  addresses: string[] | null;
  source: string | null;
}

interface Props<S extends string> {
  of: 'token' | 'service';
  words: Record<'title' | 'ok' | 'name' | 'nameHint' | 'scopesHint' | 'anyTeam', string>;
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
export function TokenDialog<S extends string>({ of, words, send, onMade, onClose, ...offered }: Props<S>) {
  const { t } = useTranslation();
  const [wanted, setWanted] = useState<WantedToken<S>>({
    ...{ name: '', scopes: [], days: 90, teamIds: null, clientId: null, addresses: null, source: null },
  });
  const [tried, setTried] = useState(false);
  const change = (part: Partial<WantedToken<S>>) => setWanted((before) => ({ ...before, ...part }));
  const missing = wanted.name.trim() === '' ? 'missingName' : wanted.scopes.length === 0 ? 'missingScope' : null;
  const ready = () => {
    setTried(true);
    return missing === null;
  };
  return (
    <ActionDialog
      title={words.title}
      okText={words.ok}
      ready={ready}
      send={() => send(wanted).then(({ token }) => onMade(token))}
      keeps
      onClose={onClose}
      width={560}
    >
      <div className="account-form">
        <Field htmlFor={`${of}-name`} label={words.name} hint={words.nameHint}>
          <Input
            id={`${of}-name`}
            value={wanted.name}
            maxLength={80}
            autoFocus
            onChange={({ target }) => change({ name: target.value })}
          />
        </Field>
        <div className="admin-field" role="group" aria-labelledby={`${of}-scopes`}>
          <span className="admin-label" id={`${of}-scopes`}>
            {t('tokens.scopes')}
          </span>
          <Checkbox.Group
            value={wanted.scopes}
            onChange={(scopes) => change({ scopes, source: offered.ofSource?.(scopes) ? wanted.source : null })}
            className="scope-choices"
          >
            {offered.scopes.map((scope) => (
              <Checkbox key={scope} value={scope}>
                {offered.scopeWords(scope)}
              </Checkbox>
            ))}
          </Checkbox.Group>
          <span className="admin-hint">{words.scopesHint}</span>
        </div>
        <Field htmlFor={`${of}-days`} label={t('tokens.days')}>
          <Select
            id={`${of}-days`}
            value={wanted.days}
            options={DAYS.map((days) => ({ value: days, label: t('tokens.inDays', { count: days }) }))}
            onChange={(days) => change({ days })}
          />
        </Field>
        <Reach {...offered} of={of} anyTeam={words.anyTeam} wanted={wanted} onChange={change} />
        {tried && missing && (
          <p className="admin-wrong" role="alert">
            {t(`tokens.${missing}`)}
          </p>
        )}
      </div>
    </ActionDialog>
  );
}

interface ReachProps<S extends string> extends Pick<Props<S>, 'of' | 'teams' | 'clients' | 'noTeams' | 'ofSource'> {
  anyTeam: ReactNode;
  wanted: WantedToken<S>;
  onChange: (part: Partial<WantedToken<S>>) => void;
}

/** A client or teams, one telephone system, and from where. */
function Reach<S extends string>({ of, teams, clients, noTeams, ofSource, anyTeam, wanted, onChange }: ReachProps<S>) {
  const { t } = useTranslation();
  const format = useFormat();
  const none = noTeams?.(wanted.scopes) ?? null;
  return (
    <>
      {clients && (
        <Field htmlFor={`${of}-client`} label={t('services.client')}>
          <Select
            id={`${of}-client`}
            allowClear
            disabled={wanted.teamIds !== null}
            value={wanted.clientId}
            placeholder={t('services.anyClient')}
            options={clients.map(({ clientId, name }) => ({ value: clientId, label: format.text(name) }))}
            onChange={(clientId: string | null) => onChange({ clientId: clientId ?? null })}
          />
        </Field>
      )}
      <Field htmlFor={`${of}-teams`} label={t('tokens.teams')} hint={none ?? t('tokens.teamsHint')}>
        <Select
          id={`${of}-teams`}
          mode="multiple"
          allowClear
          disabled={none !== null || wanted.clientId !== null}
          value={wanted.teamIds ?? []}
          placeholder={anyTeam}
          optionFilterProp="label"
          options={teams.map(({ teamId, name }) => ({ value: teamId, label: format.text(name) }))}
          onChange={(ids: string[]) => onChange({ teamIds: ids.length > 0 ? ids : null })}
        />
      </Field>
      {ofSource?.(wanted.scopes) && (
        <Field htmlFor={`${of}-source`} label={t('tokens.source')} hint={t('tokens.sourceHint')}>
          <Input
            id={`${of}-source`}
            value={wanted.source ?? ''}
            maxLength={63}
            placeholder={t('tokens.anySource')}
            onChange={({ target }) => onChange({ source: target.value.trim() || null })}
          />
        </Field>
      )}
      <Field htmlFor={`${of}-addresses`} label={t('tokens.addresses')} hint={t('tokens.addressesHint')}>
        <Select
          id={`${of}-addresses`}
          mode="tags"
          open={false}
          suffixIcon={null}
          tokenSeparators={[',', ' ', '，']}
          value={wanted.addresses ?? []}
          placeholder={t('tokens.anyAddress')}
          onChange={(addresses: string[]) => onChange({ addresses: addresses.length > 0 ? addresses : null })}
        />
      </Field>
    </>
  );
}
