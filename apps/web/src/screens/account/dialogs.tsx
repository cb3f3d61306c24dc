import {
  CHAT_HOSTS_OF,
  chatAddressInputSchema,
  chatFormatSchema,
  type DelegableWork,
  disableSecondFactorSchema,
  type Enrolment,
  newAbsenceSchema,
  secondFactorRequestSchema,
  SIGNED_CHATS,
} from '#contracts';
import { QRCode } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { WhenRead } from '../../components/admin-page.js';
import { CopyButton } from '../../components/copy-button.js';
import { FormDialog } from '../../components/dialogs.js';
import { ShowDialog } from '../../components/action-dialog.js';
import { useAskAbsence, useDeputies, useDoneFor } from '../../data/absences.js';
import { useConfirmSecondFactor, useDisableSecondFactor, useSecurity } from '../../data/account.js';
import { useSetChat } from '../../data/told-settings.js';
import { useEntrySentence } from '../../format/entry-words.js';
import { useFormat } from '../../format/use-format.js';
import { RecoveryCodesDialog } from './shown-once.js';

/** Names the chat: which one, its address, and the secret of its signature. */
export function ChatDialog({ hosts, onClose }: { hosts: readonly string[]; onClose: () => void }) {
  const { t } = useTranslation();
  const set = useSetChat();
  const first = chatFormatSchema.options.find((one) => CHAT_HOSTS_OF[one].some((host) => hosts.includes(host)));
  return (
    <FormDialog
      title={t('toldSettings.set')}
      okText={t('toldSettings.save')}
      keeps
      body={chatAddressInputSchema}
      start={{ format: first ?? 'feishu' }}
      fields={({ format }) => [
        { of: 'format', label: t('toldSettings.format'), words: (value) => t(`toldSettings.formats.${value}`) },
        {
          of: 'url',
          label: t('toldSettings.url'),
          hint: t('toldSettings.urlHint'),
          placeholder: `https://${CHAT_HOSTS_OF[format ?? 'feishu'][0]?.replace('*', '…') ?? ''}/…`,
          control: { autoComplete: 'off' },
        },
        format !== null &&
          SIGNED_CHATS.includes(format) && {
            of: 'secret',
            as: 'secret',
            label: t('toldSettings.secret'),
            hint: t('toldSettings.secretHint'),
            control: { autoComplete: 'off' },
          },
      ]}
      send={set.mutateAsync}
      onClose={onClose}
    />
  );
}

/** Turning the second factor off takes both: what one knows and what one has. */
export function DisableDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const disable = useDisableSecondFactor();
  const hasPassword = useSecurity().data?.hasPassword ?? true;
  return (
    <FormDialog
      title={t('secondFactor.turnOff')}
      okText={t('secondFactor.turnOff')}
      danger
      body={disableSecondFactorSchema}
      fields={[
        <p>{t('secondFactor.offAbout')}</p>,
        hasPassword && {
          of: 'password',
          as: 'secret',
          first: true,
          label: t('account.currentPassword'),
          control: { autoComplete: 'current-password' },
        },
        {
          of: 'code',
          label: t('secondFactor.codeOrRecovery'),
          max: 40,
          control: { autoComplete: 'one-time-code' },
        },
      ]}
      disabled={({ password }) => hasPassword && password === ''}
      send={disable.mutateAsync}
      onClose={onClose}
      width={400}
    />
  );
}

/** The secret for the authenticator, as a picture and as text; a first code turns the second factor on and shows the recovery codes. */
export function EnrolDialog({ enrolment: { uri, secret }, onClose }: { enrolment: Enrolment; onClose: () => void }) {
  const { t } = useTranslation();
  const confirm = useConfirmSecondFactor();
  if (confirm.data) return <RecoveryCodesDialog codes={confirm.data.codes} onClose={onClose} />;
  return (
    <FormDialog
      title={t('secondFactor.enrolTitle')}
      okText={t('secondFactor.confirm')}
      keeps
      body={secondFactorRequestSchema}
      fields={[
        <div className="enrol grid at-top gap-6">
          {/* Cameras want dark on light, in either theme. */}
          <QRCode value={uri} size={176} color="#1B2126" bgColor="#FFFFFF" bordered aria-label={t('secondFactor.qr')} />
          <div>
            <p>{t('secondFactor.scan')}</p>
            <p className="admin-hint">{t('secondFactor.orType')}</p>
            <p className="enrol-secret line gap-1">
              <code className="mono">{secret.replace(/.{4}(?=.)/g, '$& ')}</code>
              <CopyButton text={secret} label={t('secondFactor.copySecret')} />
            </p>
          </div>
        </div>,
        {
          of: 'code',
          label: t('secondFactor.code'),
          first: true,
          enters: true,
          max: 7,
          id: 'enrol-code',
          control: { inputMode: 'numeric', autoComplete: 'one-time-code' },
        },
      ]}
      send={({ code }) => confirm.mutateAsync(code)}
      onDone={() => undefined}
      onClose={onClose}
      width={560}
    />
  );
}

interface AbsenceProps {
  works: readonly DelegableWork[];
  onClose: () => void;
}

/** On which days, who deputises, and for which work. */
export function NewAbsenceDialog({ works, onClose }: AbsenceProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const ask = useAskAbsence();
  const [sought, setSought] = useState('');
  const deputies = useDeputies(sought).data?.items ?? [];
  return (
    <FormDialog
      title={t('absence.newTitle')}
      okText={t('absence.ask')}
      keeps
      body={newAbsenceSchema}
      start={{ works: [...works] }}
      fields={[
        { of: 'firstOn', label: t('absence.first') },
        { of: 'lastOn', label: t('absence.last') },
        {
          of: 'deputyPersonId',
          as: 'choice',
          label: t('absence.deputy'),
          hint: t('absence.deputyHint'),
          control: { showSearch: true, filterOption: false, onSearch: setSought },
          options: deputies.map(({ personId, name, staffNumber, team }) => ({
            value: personId,
            label: `${format.text(name)} ${staffNumber} ${format.text(team)}`,
          })),
        },
        {
          of: 'works',
          label: t('absence.works'),
          options: works.map((value) => ({ value, label: t(`absence.work.${value}`) })),
        },
        <p className="admin-hint">{t('absence.notDelegable')}</p>,
      ]}
      send={ask.mutateAsync}
      onClose={onClose}
    />
  );
}

/** What a deputy did in the name of the person who was away. */
export function DoneDialog({ absenceId, onClose }: { absenceId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const format = useFormat();
  const say = useEntrySentence();
  const done = useDoneFor(absenceId);
  return (
    <ShowDialog title={t('absence.done')} width={640} onClose={onClose}>
      <WhenRead of={done}>
        {({ total, items }) => (
          <>
            <p>{t(total === 0 ? 'absence.doneNone' : 'absence.doneTotal', { count: total })}</p>
            <ul className="account-list">
              {items.map(({ at, event, callId, ref, whom, details, by }, index) => {
                const who = t('absence.forYou', { by: format.text(by) });
                const said =
                  say(event, details ?? {}, { who, ref: ref ?? '', whom: whom ? format.text(whom) : '' }) ??
                  `${who} ${event}`;
                return (
                  <li key={`${at} ${index}`}>
                    <div>
                      {callId ? <Link to={`/calls/${callId}`}>{said}</Link> : said}
                      <small className="absence-facts block soft above-1">{format.dateTime(at)}</small>
                    </div>
                  </li>
                );
              })}
            </ul>
          </>
        )}
      </WhenRead>
    </ShowDialog>
  );
}
