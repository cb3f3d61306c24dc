import { SERVICE_SCOPES, TOKEN_LONGEST_DAYS, type NewServiceToken, type ServiceTokenList } from '#contracts';
import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from '../../components/action-dialog.js';
import { Field } from '../../components/admin-page.js';
import { Select } from '../../components/opened/select.js';
import { useAskForService } from '../../data/service-tokens.js';
import { useFormat } from '../../format/use-format.js';

const DAYS = [30, 90, 180, TOKEN_LONGEST_DAYS];

interface Props {
  list: ServiceTokenList;
  onMade: (token: string) => void;
  onClose: () => void;
}

/** Name, scopes, end and reach of a service's token. What the server refuses is said here, and nothing typed is lost. */
export function NewServiceDialog({ list, onMade, onClose }: Props) {
  const { t } = useTranslation();
  const ask = useAskForService();
  const [tried, setTried] = useState(false);
  const [wanted, setWanted] = useState<NewServiceToken>({
    ...{ name: '', scopes: [], days: 90, teamIds: null, clientId: null, addresses: null },
  });
  const change = (part: Partial<NewServiceToken>) => setWanted((before) => ({ ...before, ...part }));
  const missing = wanted.name.trim() === '' ? 'missingName' : wanted.scopes.length === 0 ? 'missingScope' : null;
  const ready = () => {
    setTried(true);
    return missing === null;
  };
  return (
    <ActionDialog
      title={t('services.askTitle')}
      okText={t('services.ask')}
      ready={ready}
      send={() => ask.mutateAsync(wanted).then(({ token }) => onMade(token))}
      keeps
      onClose={onClose}
      width={560}
    >
      <div className="account-form">
        <Field htmlFor="service-name" label={t('services.name')} hint={t('services.nameHint')}>
          <Input
            id="service-name"
            value={wanted.name}
            maxLength={80}
            autoFocus
            onChange={({ target }) => change({ name: target.value })}
          />
        </Field>
        <div className="admin-field" role="group" aria-labelledby="service-scopes">
          <span className="admin-label" id="service-scopes">
            {t('tokens.scopes')}
          </span>
          <Checkbox.Group value={wanted.scopes} onChange={(scopes) => change({ scopes })} className="scope-choices">
            {SERVICE_SCOPES.map((scope) => (
              <Checkbox key={scope} value={scope}>
                {t(`services.scope.${scope}`)}
              </Checkbox>
            ))}
          </Checkbox.Group>
          <span className="admin-hint">{t('services.scopesHint')}</span>
        </div>
        <Field htmlFor="service-days" label={t('tokens.days')}>
          <Select
            id="service-days"
            value={wanted.days}
            options={DAYS.map((days) => ({ value: days, label: t('tokens.inDays', { count: days }) }))}
            onChange={(days) => change({ days })}
          />
        </Field>
        <Reach list={list} wanted={wanted} onChange={change} />
        {tried && missing && (
          <p className="admin-wrong" role="alert">
            {t(`tokens.${missing}`)}
          </p>
        )}
      </div>
    </ActionDialog>
  );
}

function Reach({
  list,
  wanted,
  onChange,
}: Pick<Props, 'list'> & { wanted: NewServiceToken; onChange: (part: Partial<NewServiceToken>) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <>
      <Field htmlFor="service-client" label={t('services.client')}>
        <Select
          id="service-client"
          allowClear
          disabled={wanted.teamIds !== null}
          value={wanted.clientId}
          placeholder={t('services.anyClient')}
          options={list.clients.map(({ clientId, name }) => ({ value: clientId, label: format.text(name) }))}
          onChange={(clientId: string | null) => onChange({ clientId: clientId ?? null })}
        />
      </Field>
      <Field htmlFor="service-teams" label={t('tokens.teams')} hint={t('tokens.teamsHint')}>
        <Select
          id="service-teams"
          mode="multiple"
          allowClear
          disabled={wanted.clientId !== null}
          value={wanted.teamIds ?? []}
          placeholder={t('services.anyTeam')}
          optionFilterProp="label"
          options={list.teams.map(({ teamId, name }) => ({ value: teamId, label: format.text(name) }))}
          onChange={(ids: string[]) => onChange({ teamIds: ids.length > 0 ? ids : null })}
        />
      </Field>
      <Field htmlFor="service-addresses" label={t('tokens.addresses')} hint={t('tokens.addressesHint')}>
        <Select
          id="service-addresses"
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
