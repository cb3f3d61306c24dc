import {
  grantActionSchema,
  GRANTED_ROLES,
  LONGEST_STANDING_DAYS,
  type StandingGrantList,
  type StandingGrantProposal,
} from '#contracts';
import { Checkbox, Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTyped } from '../../data/use-typed.js';
import { Select } from '../../components/opened/select.js';
import { ActionDialog } from '../../components/action-dialog.js';
import { Field } from '../../components/admin-page.js';
import { isMeant, TimeField } from '../../components/time-field.js';
import { useProposeGrant } from '../../data/standing-grants.js';
import { useMe } from '../../data/session.js';
import { useFormat } from '../../format/use-format.js';
import { siteDay } from '../../format/site-day.js';
import { instantOf } from '../../format/site-time.rules.js';
import { wallTime } from '../../format/wall-time.rules.js';

type Choices = StandingGrantList['choices'];
type Terms = Omit<StandingGrantProposal, 'expiresAt'>;

/** Ninety days: long enough to work by, short enough to be looked at again. */
const USUAL_DAYS = 90;
const BEGIN: Terms = {
  role: 'supervisor',
  scope: 'company',
  teamId: null,
  clientId: null,
  purpose: 'quality',
  actions: ['listen', 'read'],
  rendition: 'masked',
  reason: '',
};

/** An agent's grant is over their own calls, and own calls are a purpose of their own. */
function fitting(terms: Terms): Terms {
  const scope = terms.role === 'agent' ? 'own' : terms.scope;
  const purpose = scope === 'own' ? 'own_call' : terms.purpose === 'own_call' ? 'quality' : terms.purpose;
  const teamId = scope === 'team' ? terms.teamId : null;
  const actions = scope === 'own' ? terms.actions.filter((action) => action !== 'listen_live') : terms.actions;
  return { ...terms, scope, purpose, teamId, actions, clientId: scope === 'client' ? terms.clientId : null };
}

/** What has to be given still, the topmost first. */
function whatIsMissing({ scope, teamId, clientId, actions, reason }: Terms): 'whose' | 'actions' | 'reason' | null {
  if ((scope === 'team' && teamId === null) || (scope === 'client' && clientId === null)) return 'whose';
  if (actions.length === 0) return 'actions';
  return reason.trim().length >= 3 ? null : 'reason';
}

export function GrantDialog({ choices, onClose }: { choices: Choices; onClose: () => void }) {
  const { t } = useTranslation();
  const propose = useProposeGrant();
  const { timeZone } = useMe();
  const first: Terms = choices.company ? BEGIN : { ...BEGIN, scope: 'team' };
  const [terms, setTerms] = useTyped('grant', first);
  const [until, setUntil] = useState(() => siteDay(timeZone, USUAL_DAYS));
  // The day ends with the site's midnight, wherever the browser is.
  const send = () =>
    propose.mutateAsync({ ...terms, expiresAt: instantOf(`${wallTime(until, 'day')}T23:59`, timeZone) });
  const missing = whatIsMissing(terms);
  const [soonest, latest] = [siteDay(timeZone), siteDay(timeZone, LONGEST_STANDING_DAYS - 1)];
  const inTime = isMeant(until, 'day', soonest, latest);
  const id = useId();
  return (
    <ActionDialog
      title={t('grants.dialog.title')}
      okText={t('grants.dialog.ok')}
      disabled={missing !== null || !inTime}
      send={send}
      onClose={onClose}
      width={520}
    >
      <p className="admin-hint">{t('grants.dialog.hint')}</p>
      <WhomFields
        terms={terms}
        choices={choices}
        onChange={(change) => setTerms((now) => fitting({ ...now, ...change }))}
      />
      <WhatFields terms={terms} onChange={(change) => setTerms((now) => fitting({ ...now, ...change }))} />
      <Field label={t('grants.dialog.until')} htmlFor={`${id}u`} hint={t('grants.dialog.untilHint')}>
        <TimeField
          id={`${id}u`}
          exactness="day"
          value={until}
          min={soonest}
          max={latest}
          wrong={!inTime}
          onChange={setUntil}
        />
      </Field>
      <Field label={t('grants.reason')} htmlFor={`${id}r`} hint={t('grants.dialog.reasonHint')}>
        <Input.TextArea
          id={`${id}r`}
          rows={2}
          maxLength={500}
          value={terms.reason}
          onChange={({ target }) => setTerms((now) => ({ ...now, reason: target.value }))}
        />
      </Field>
      {missing && (
        <p className="admin-hint" role="status">
          {t(`grants.dialog.missing.${missing}`)}
        </p>
      )}
    </ActionDialog>
  );
}

interface FieldsProps {
  terms: Terms;
  onChange: (change: Partial<Terms>) => void;
}

function WhomFields({ terms, choices, onChange }: FieldsProps & { choices: Choices }) {
  const { t } = useTranslation();
  const format = useFormat();
  const id = useId();
  const scopes = (['own', 'team', 'client', 'company'] as const).filter(
    (scope) =>
      (terms.role !== 'agent' || scope === 'own') && (choices.company || (scope !== 'own' && scope !== 'company')),
  );
  return (
    <>
      <Field label={t('grants.dialog.role')} htmlFor={`${id}r`}>
        <Select
          id={`${id}r`}
          value={terms.role}
          options={GRANTED_ROLES.filter((role) => choices.company || role !== 'agent').map((role) => ({
            value: role,
            label: t(`shell.role.${role}`),
          }))}
          onChange={(role) => onChange({ role, ...(terms.role === 'agent' && { scope: scopes.at(-1) ?? 'company' }) })}
        />
      </Field>
      <Field label={t('grants.dialog.scope')} htmlFor={`${id}s`}>
        <Select
          id={`${id}s`}
          value={terms.scope}
          options={scopes.map((scope) => ({ value: scope, label: t(`grants.scope.${scope}`) }))}
          onChange={(scope) => onChange({ scope })}
        />
      </Field>
      {terms.scope === 'team' && (
        <Field label={t('grants.dialog.team')} htmlFor={`${id}t`}>
          <Select
            id={`${id}t`}
            value={terms.teamId}
            options={choices.teams.map(({ teamId, name, client }) => ({
              value: teamId,
              label: `${format.text(name)} (${format.text(client)})`,
            }))}
            onChange={(teamId) => onChange({ teamId })}
          />
        </Field>
      )}
      {terms.scope === 'client' && (
        <Field label={t('grants.dialog.client')} htmlFor={`${id}c`}>
          <Select
            id={`${id}c`}
            value={terms.clientId}
            options={choices.clients.map(({ clientId, name }) => ({ value: clientId, label: format.text(name) }))}
            onChange={(clientId) => onChange({ clientId })}
          />
        </Field>
      )}
    </>
  );
}

function WhatFields({ terms, onChange }: FieldsProps) {
  const { t } = useTranslation();
  const id = useId();
  const purposes = terms.scope === 'own' ? (['own_call'] as const) : (['quality', 'coaching'] as const);
  return (
    <>
      <Field label={t('grants.dialog.purpose')} htmlFor={`${id}p`}>
        <Select
          id={`${id}p`}
          value={terms.purpose}
          options={purposes.map((purpose) => ({ value: purpose, label: t(`grants.purpose.${purpose}`) }))}
          onChange={(purpose) => onChange({ purpose })}
        />
      </Field>
      <Field
        label={t('grants.dialog.actions')}
        htmlFor={`${id}a`}
        {...(terms.actions.includes('listen_live') && { hint: t('grants.dialog.listenLive') })}
      >
        <Checkbox.Group
          value={terms.actions}
          options={grantActionSchema.options
            .filter((action) => terms.scope !== 'own' || action !== 'listen_live')
            .map((action) => ({
              value: action,
              label: t(`grants.opens.${action}`),
            }))}
          onChange={(actions) => onChange({ actions })}
        />
      </Field>
      <Field
        label={t('grants.dialog.rendition')}
        htmlFor={`${id}m`}
        {...(terms.rendition === 'original' && { hint: t('grants.dialog.original') })}
      >
        <Select
          id={`${id}m`}
          value={terms.rendition}
          options={(['masked', 'original'] as const).map((kind) => ({
            value: kind,
            label: t(`grants.rendition.${kind}`),
          }))}
          onChange={(rendition) => onChange({ rendition })}
        />
      </Field>
    </>
  );
}
