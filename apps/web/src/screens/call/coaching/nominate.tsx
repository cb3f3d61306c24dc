import { Input, Segmented } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { BestCallScope } from '#contracts';
import { useTyped } from '../../../data/use-typed.js';
import { ActionDialog } from '../../../components/action-dialog.js';
import { Field } from '../../../components/admin-page.js';
import { useNominate } from '../../../data/best-calls.js';
import { useFormat } from '../../../format/use-format.js';
import type { AddProps } from './add-to-coaching.js';
import { milliseconds, seconds, StretchField, type Stretch } from './stretch-field.js';

/** Nominates a stretch as an example for others; its agent is asked, and a second person publishes it. */
export function Nominate({ moment, onClose }: AddProps) {
  const { t } = useTranslation();
  const { text } = useFormat();
  const go = useNavigate();
  const nominate = useNominate();
  const { callId, legId, item, agent } = moment;
  const [stretch, setStretch] = useState<Stretch>([seconds(moment.fromMs), seconds(moment.toMs)]);
  const [title, setTitle] = useTyped('best call title', item ? text(item.title) : '');
  const [note, setNote] = useTyped('best call note', '');
  const [scope, setScope] = useState<BestCallScope>('team');
  const id = useId();
  const [from, to] = stretch;
  return (
    <ActionDialog
      title={t('coaching.nominate.title', { agent: text(agent.name) })}
      okText={t('coaching.nominate.send')}
      disabled={from === null || to === null || from >= to || title.trim() === ''}
      keeps
      send={async () => {
        if (from === null || to === null) return;
        const named = item && { item: { checklistId: item.checklistId, itemId: item.itemId } };
        const at = { fromMs: milliseconds(from), toMs: milliseconds(to) };
        await nominate.mutateAsync({ callId, legId, ...named, ...at, title: title.trim(), note: note.trim(), scope });
        void go('/best-calls?show=waiting');
      }}
      onClose={onClose}
    >
      <p>{t('coaching.nominate.intro')}</p>
      <Field label={t('coaching.nominate.what')} htmlFor={`${id}-title`}>
        <Input id={`${id}-title`} maxLength={120} value={title} onChange={({ target }) => setTitle(target.value)} />
      </Field>
      <StretchField value={stretch} durationMs={moment.durationMs} onChange={setStretch} />
      <Field label={t('coaching.nominate.note')} htmlFor={`${id}-note`} hint={t('coaching.nominate.noteHint')}>
        <Input.TextArea
          id={`${id}-note`}
          rows={2}
          maxLength={1000}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </Field>
      <Field label={t('coaching.nominate.scope')} htmlFor={`${id}-scope`}>
        <Segmented
          id={`${id}-scope`}
          value={scope}
          aria-label={t('coaching.nominate.scope')}
          onChange={setScope}
          options={(['team', 'company'] as const).map((value) => ({
            value,
            label: t(`coaching.nominate.scopes.${value}`),
          }))}
        />
      </Field>
    </ActionDialog>
  );
}
