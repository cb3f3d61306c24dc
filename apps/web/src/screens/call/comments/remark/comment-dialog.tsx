import { namesMentioned, type CallComment } from '#contracts';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTyped } from '../../../../data/use-typed.js';
import { ActionDialog } from '../../../../components/action-dialog.js';
import { Field } from '../../../../components/admin-page.js';
import { useComment, useEditComment } from '../../../../data/comments.js';
import { useFormat } from '../../../../format/use-format.js';
import { useCallPage } from '../../call-page.js';
import { MentionField } from './mention-field.js';

interface Props {
  /** null: a new one. */
  of: CallComment | null;
  atMs: number;
  onClose: () => void;
}

/** Writes a comment at a second, or words one's own otherwise. */
export function CommentDialog({ of, atMs, onClose }: Props) {
  const { t } = useTranslation();
  const { clock } = useFormat();
  const id = useId();
  const { call, leg } = useCallPage();
  const [text, setText] = useTyped(`comment ${of?.commentId ?? 'new'}`, of?.text ?? '');
  const [chosen, setChosen] = useState(of?.mentions.map(({ personId, saidAs }) => ({ personId, name: saidAs })) ?? []);
  const said = namesMentioned(
    text,
    chosen.map(({ name }) => name),
  );
  const mentions = [...new Set(chosen.filter(({ name }) => said.has(name)).map(({ personId }) => personId))];
  const make = useComment(call.callId);
  const edit = useEditComment(call.callId, of?.commentId ?? '');
  const legId = of?.legId ?? call.legs[leg]?.legId ?? '';
  return (
    <ActionDialog
      title={t(of ? 'remark.editTitle' : 'remark.makeTitle', { at: clock(atMs) })}
      okText={t('remark.save')}
      disabled={text.trim() === ''}
      keeps
      send={async () => {
        if (of) await edit.mutateAsync({ text, mentions });
        else await make.mutateAsync({ legId, atMs: Math.round(atMs), text, mentions });
      }}
      onClose={onClose}
    >
      <Field label={t('remark.text')} htmlFor={id} hint={t('remark.hint')}>
        <MentionField
          id={id}
          callId={call.callId}
          legId={legId}
          value={text}
          onChange={setText}
          onMention={(personId, name) => setChosen((before) => [...before, { personId, name }])}
        />
      </Field>
    </ActionDialog>
  );
}
