import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Bilingual } from '#contracts';
import { useTyped } from '../../../data/use-typed.js';
import { ActionDialog } from '../../../components/action-dialog.js';
import { Field } from '../../../components/admin-page.js';
import { Failed } from '../../../components/failure-note.js';
import { Select } from '../../../components/opened/select.js';
import { useAddMoment, useOpenCoaching, usePrepareCoaching } from '../../../data/coaching.js';
import { useFormat } from '../../../format/use-format.js';
import { milliseconds, seconds, StretchField, type Stretch } from './stretch-field.js';

export interface MomentToAdd {
  agent: { personId: string; name: Bilingual };
  callId: string;
  legId: string;
  item: { checklistId: string; itemId: string; title: Bilingual } | null;
  /** What is proposed, milliseconds; null where there is no place. */
  fromMs: number | null;
  toMs: number | null;
  durationMs: number | null;
}

export interface AddProps {
  moment: MomentToAdd;
  onClose: () => void;
}

const NEW = 'new';

/** Adds a moment to a session of its agent, or begins one with it, and goes there. */
export function AddToCoaching({ moment, onClose }: AddProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const go = useNavigate();
  const { agent, callId, legId, item, durationMs } = moment;
  const sessions = useOpenCoaching(agent.personId);
  const open = sessions.data?.items ?? [];
  const [where, setWhere] = useState<string>(NEW);
  const [note, setNote] = useTyped('moment', '');
  const [[from, to], setStretch] = useState<Stretch>([seconds(moment.fromMs), seconds(moment.toMs)]);
  const prepare = usePrepareCoaching();
  const add = useAddMoment(where);
  const [whereId, noteId] = [useId(), useId()];
  const send = async () => {
    const stretch = from !== null && to !== null && { fromMs: milliseconds(from), toMs: milliseconds(to) };
    const named = item && { item: { checklistId: item.checklistId, itemId: item.itemId } };
    const body = { callId, legId, ...named, ...stretch, ...(note.trim() && { note: note.trim() }) };
    const agentPersonId = agent.personId;
    const { sessionId } = await (where === NEW
      ? prepare.mutateAsync({ agentPersonId, moments: [body] })
      : add.mutateAsync(body));
    void go(`/coaching/${sessionId}`);
  };
  return (
    <ActionDialog
      title={t('coaching.add.title', { agent: format.text(agent.name) })}
      okText={t('coaching.add.send')}
      disabled={!item && (from === null || to === null)}
      keeps
      send={send}
      onClose={onClose}
    >
      <Failed of={sessions} />
      {open.length > 0 && (
        <Field label={t('coaching.add.where')} htmlFor={whereId}>
          <Select
            id={whereId}
            value={where}
            onChange={setWhere}
            options={[
              { value: NEW, label: t('coaching.add.newOne') },
              ...open.map(({ sessionId, code, createdAt, state }) => ({
                value: sessionId,
                label: t('coaching.add.session', {
                  ...{ code, at: format.day(createdAt), state: t(`coaching.state.${state}`) },
                }),
              })),
            ]}
          />
        </Field>
      )}
      {item && <p>{t('coaching.add.item', { item: format.text(item.title) })}</p>}
      {durationMs !== null && <StretchField value={[from, to]} durationMs={durationMs} onChange={setStretch} />}
      <Field label={t('coaching.add.note')} htmlFor={noteId} hint={t('coaching.add.noteHint')}>
        <Input.TextArea
          id={noteId}
          autoFocus
          rows={3}
          maxLength={1000}
          value={note}
          onChange={({ target }) => setNote(target.value)}
        />
      </Field>
    </ActionDialog>
  );
}
