import { TEAM_SCOPES, TOKEN_LONGEST_DAYS, type NewToken, type TokenList, type TokenScope } from '#contracts';
import { Checkbox, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Select } from '../../components/opened/select.js';
import { ActionDialog } from '../../components/action-dialog.js';
import { Field } from '../../components/admin-page.js';
import { useCreateToken } from '../../data/account.js';
import { useFormat } from '../../format/use-format.js';

const DAYS = [7, 30, 90, 180, TOKEN_LONGEST_DAYS];

interface Props {
  list: TokenList;
  onMade: (token: string) => void;
  onClose: () => void;
}

/** Name, scopes, end, and optionally teams and addresses. What the server refuses is said here, and nothing typed is lost. */
export function NewTokenDialog({ list, onMade, onClose }: Props) {
  const { t } = useTranslation();
  const create = useCreateToken();
  const [wanted, setWanted] = useState<NewToken>({ name: '', scopes: [], days: 90, teamIds: null, addresses: null });
  const [tried, setTried] = useState(false);
  const change = (part: Partial<NewToken>) => setWanted((before) => ({ ...before, ...part }));
  const missing = wanted.name.trim() === '' ? 'missingName' : wanted.scopes.length === 0 ? 'missingScope' : null;
  const ready = () => {
    setTried(true);
    return missing === null;
  };
  return (
    <ActionDialog
      title={t('tokens.makeTitle')}
      okText={t('tokens.make')}
      ready={ready}
      send={() => create.mutateAsync(wanted).then(({ token }) => onMade(token))}
      keeps
      onClose={onClose}
      width={560}
    >
      <div className="account-form">
        <Field htmlFor="token-name" label={t('tokens.name')} hint={t('tokens.nameHint')}>
          <Input
            id="token-name"
            value={wanted.name}
            maxLength={80}
            autoFocus
            onChange={({ target }) => change({ name: target.value })}
          />
        </Field>
        <Scopes offered={list.scopes} chosen={wanted.scopes} onChange={(scopes) => change({ scopes })} />
        <Field htmlFor="token-days" label={t('tokens.days')}>
          <Select
            id="token-days"
            value={wanted.days}
            options={DAYS.map((days) => ({ value: days, label: t('tokens.inDays', { count: days }) }))}
            onChange={(days) => change({ days })}
          />
        </Field>
        <Narrowing list={list} wanted={wanted} onChange={change} />
        {tried && missing && (
          <p className="admin-wrong" role="alert">
            {t(`tokens.${missing}`)}
          </p>
        )}
      </div>
    </ActionDialog>
  );
}

function Scopes(props: { offered: TokenScope[]; chosen: TokenScope[]; onChange: (scopes: TokenScope[]) => void }) {
  const { t } = useTranslation();
  return (
    <div className="admin-field" role="group" aria-labelledby="token-scopes">
      <span className="admin-label" id="token-scopes">
        {t('tokens.scopes')}
      </span>
      <Checkbox.Group value={props.chosen} onChange={props.onChange} className="scope-choices">
        {props.offered.map((scope) => (
          <Checkbox key={scope} value={scope}>
            {t(`tokens.scope.${scope}`)}
          </Checkbox>
        ))}
      </Checkbox.Group>
      <span className="admin-hint">{t('tokens.scopesHint')}</span>
    </div>
  );
}

function Narrowing(props: { list: TokenList; wanted: NewToken; onChange: (part: Partial<NewToken>) => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { list, wanted, onChange } = props;
  const companyWide = wanted.scopes.some((scope) => !(TEAM_SCOPES as readonly TokenScope[]).includes(scope));
  return (
    <>
      <Field
        htmlFor="token-teams"
        label={t('tokens.teams')}
        hint={companyWide ? t('tokens.teamsNotHere') : t('tokens.teamsHint')}
      >
        <Select
          id="token-teams"
          mode="multiple"
          allowClear
          disabled={companyWide}
          value={wanted.teamIds ?? []}
          placeholder={t('tokens.anyTeam')}
          optionFilterProp="label"
          options={list.teams.map(({ teamId, name }) => ({ value: teamId, label: format.text(name) }))}
          onChange={(ids: string[]) => onChange({ teamIds: ids.length > 0 ? ids : null })}
        />
      </Field>
      <Field htmlFor="token-addresses" label={t('tokens.addresses')} hint={t('tokens.addressesHint')}>
        <Select
          id="token-addresses"
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
