import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTyped } from '../../../data/use-typed.js';
import { ActionDialog } from '../../../components/action-dialog.js';
import { Field } from '../../../components/admin-page.js';
import { useCorrection } from '../../../data/corrections.js';
import { useMe } from '../../../data/session.js';
import { useCallPage } from '../call-page.js';
import { CorrectionFields } from './correction-fields.js';
import { changesBetween, faultsOf, formOf } from './correction.rules.js';

/** What decides whether the call may have been recorded at all. */
const GATE = ['direction', 'region', 'classification'] as const;

/** Corrects what is known of the call. What is not touched stays as it is. */
export function CorrectionDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { timeZone } = useMe();
  const { call, leg } = useCallPage();
  // What is typed is of the leg that the dialog was opened on.
  const [of] = useState(call.legs[leg]);
  const [before] = useState(() => formOf(call, of, timeZone));
  const [form, setForm] = useState(before);
  const [reason, setReason] = useTyped('correction', '');
  const correction = useCorrection(call.callId);
  const reasonId = useId();
  const changes = changesBetween(before, form, timeZone);
  const faults = faultsOf(form);
  const missing =
    faults.length > 0
      ? 'wrong'
      : Object.keys(changes).length === 0
        ? 'nothing'
        : reason.trim().length < 5
          ? 'reason'
          : null;
  return (
    <ActionDialog
      title={t('call.correct.title')}
      okText={t('call.correct.save')}
      disabled={missing !== null}
      send={() => correction.mutateAsync({ legId: of?.legId, reason: reason.trim(), changes })}
      onClose={onClose}
      width={720}
    >
      <p>{t('call.correct.consequence')}</p>
      <CorrectionFields form={form} faults={faults} onChange={(change) => setForm({ ...form, ...change })} />
      <Field label={t('call.correct.reason')} htmlFor={reasonId} hint={t('call.correct.reasonHint')}>
        <Input.TextArea
          id={reasonId}
          rows={2}
          maxLength={300}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
        />
      </Field>
      {GATE.some((field) => field in changes) && <p role="status">{t('call.correct.gate')}</p>}
      {missing && (
        <p className="admin-hint" role="status">
          {t(`call.correct.missing.${missing}`)}
        </p>
      )}
    </ActionDialog>
  );
}
