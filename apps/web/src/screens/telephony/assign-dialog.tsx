import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from '../../components/action-dialog.js';
import { Field } from '../../components/admin-page.js';
import { TimeField } from '../../components/time-field.js';
import { useAssignExtension } from '../../data/company.js';
import { useMe } from '../../data/session.js';
import { wallTime } from '../../format/wall-time.rules.js';
import { instantOf } from '../../format/site-time.rules.js';

/** Puts one person at an extension, in the site's time. */
export function AssignDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { timeZone } = useMe();
  const assign = useAssignExtension();
  const [given, setGiven] = useState({ extension: '', staffNumber: '', from: '', to: '' });
  const [from, to] = [wallTime(given.from), wallTime(given.to)];
  const set = (part: keyof typeof given) => (text: string) => setGiven((before) => ({ ...before, [part]: text }));
  const complete = given.extension.trim() && given.staffNumber.trim() && from && (to || given.to === '');
  const save = () =>
    assign.mutateAsync({
      extension: given.extension.trim(),
      staffNumber: given.staffNumber.trim(),
      from: instantOf(from ?? '', timeZone),
      to: to ? instantOf(to, timeZone) : null,
    });
  return (
    <ActionDialog
      title={t('telephony.assign')}
      okText={t('admin.save')}
      disabled={!complete}
      send={save}
      onClose={onClose}
      width={440}
    >
      {(['extension', 'staffNumber', 'from', 'to'] as const).map((part) => (
        <Field key={part} htmlFor={`assign-${part}`} label={t(`telephony.${part}`)}>
          {part === 'from' || part === 'to' ? (
            <TimeField id={`assign-${part}`} exactness="minute" value={given[part]} onChange={set(part)} />
          ) : (
            <Input
              id={`assign-${part}`}
              value={given[part]}
              maxLength={40}
              onChange={({ target }) => set(part)(target.value)}
            />
          )}
        </Field>
      ))}
      <small>{t('telephony.assignHint')}</small>
    </ActionDialog>
  );
}
