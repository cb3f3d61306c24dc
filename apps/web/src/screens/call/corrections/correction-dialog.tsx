import { Input, Modal, Select } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field } from '../../../components/admin-page.js';
import { FailureNote } from '../../../components/failure-note.js';
import { useCorrection } from '../../../data/corrections.js';
import { useMe } from '../../../data/session.js';
import { useCallPage } from '../call-page.js';
import { changesBetween, formOf, TIMES, type CorrectionForm } from './correction.rules.js';
import './correction-dialog.css';

/** Corrects what is known of the call. What is not touched stays as it is. */
export function CorrectionDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { timeZone } = useMe();
  const { call } = useCallPage();
  const [before] = useState(() => formOf(call, timeZone));
  const [form, setForm] = useState(before);
  const [reason, setReason] = useState('');
  const correction = useCorrection(call.callId);
  const reasonId = useId();
  const changes = changesBetween(before, form, timeZone);
  const ready = Object.keys(changes).length > 0 && reason.trim().length >= 5;
  const send = () => correction.mutate({ reason: reason.trim(), changes }, { onSuccess: onClose });
  return (
    <Modal
      open
      title={t('call.correct.title')}
      okText={t('call.correct.save')}
      cancelText={t('admin.cancel')}
      okButtonProps={{ disabled: !ready, loading: correction.isPending }}
      onOk={send}
      onCancel={onClose}
      width={640}
    >
      <div className="admin-dialog">
        <p>{t('call.correct.consequence')}</p>
        <div className="correction-fields">
          <Fields form={form} onChange={(change) => setForm({ ...form, ...change })} zone={timeZone} />
        </div>
        <Field label={t('call.correct.reason')} htmlFor={reasonId} hint={t('call.correct.reasonHint')}>
          <Input.TextArea
            id={reasonId}
            rows={2}
            maxLength={300}
            value={reason}
            onChange={({ target }) => setReason(target.value)}
          />
        </Field>
        {correction.error && <FailureNote error={correction.error} />}
      </div>
    </Modal>
  );
}

interface FieldsProps {
  form: CorrectionForm;
  onChange: (change: Partial<CorrectionForm>) => void;
  zone: string;
}

function Fields({ form, onChange, zone }: FieldsProps) {
  const { t } = useTranslation();
  const { call } = useCallPage();
  const id = useId();
  const field = (name: keyof CorrectionForm, control: (id: string) => ReactNode, hint?: string) => (
    <Field key={name} label={t(`call.correct.field.${name}`)} htmlFor={`${id}-${name}`} {...(hint && { hint })}>
      {control(`${id}-${name}`)}
    </Field>
  );
  const text = (name: 'region' | 'staffNumber' | 'customerNumber' | 'customerName', hint?: string) =>
    field(
      name,
      (own) => (
        <Input
          id={own}
          value={form[name]}
          maxLength={80}
          onChange={({ target }) => onChange({ [name]: target.value })}
        />
      ),
      hint,
    );
  const choice = <N extends 'language' | 'direction' | 'agentChannel' | 'hangupParty'>(
    name: N,
    options: { value: NonNullable<CorrectionForm[N]>; label: string }[],
  ) =>
    field(name, (own) => (
      <Select id={own} value={form[name]} options={options} onChange={(value) => onChange({ [name]: value })} />
    ));
  return (
    <>
      {TIMES.map((name) =>
        field(
          name,
          (own) => (
            <input
              id={own}
              type="datetime-local"
              step={1}
              className="promise-time"
              value={form[name]}
              onChange={({ target }) => onChange({ [name]: target.value })}
            />
          ),
          name === 'startedAt' ? t('call.correct.zone', { zone }) : undefined,
        ),
      )}
      {choice('language', [
        { value: 'zh', label: t('call.correct.language.zh') },
        { value: 'en', label: t('call.correct.language.en') },
      ])}
      {text('region')}
      {choice(
        'direction',
        (['inbound', 'outbound', 'internal'] as const).map((value) => ({ value, label: t(`call.direction.${value}`) })),
      )}
      {text('staffNumber')}
      {choice('hangupParty', [
        { value: '' as const, label: t('calls.unknown') },
        ...(['agent', 'customer', 'system'] as const).map((value) => ({ value, label: t(`player.ended.${value}`) })),
      ])}
      {form.agentChannel &&
        choice(
          'agentChannel',
          (['left', 'right'] as const).map((value) => ({ value, label: t(`call.sound.who.${value}`) })),
        )}
      {text('customerNumber', call.customer ? t('call.correct.customerNow', { customer: call.customer }) : undefined)}
      {text('customerName')}
    </>
  );
}
