import type { CallComment } from '#contracts';
import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionDialog } from '../../../components/action-dialog.js';
import { Field } from '../../../components/admin-page.js';
import { useComment, useEditComment } from '../../../data/comments.js';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';

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
  const [text, setText] = useState(of?.text ?? '');
  const make = useComment(call.callId);
  const edit = useEditComment(call.callId, of?.commentId ?? '');
  const legId = call.legs[leg]?.legId ?? '';
  return (
    <ActionDialog
      title={t(of ? 'comment.editTitle' : 'comment.makeTitle', { at: clock(atMs) })}
      okText={t('comment.save')}
      disabled={text.trim() === ''}
      keeps
      send={async () => {
        if (of) await edit.mutateAsync(text);
        else await make.mutateAsync({ legId, atMs: Math.round(atMs), text });
      }}
      onClose={onClose}
    >
      <Field label={t('comment.text')} htmlFor={id} hint={t('comment.hint')}>
        <Input.TextArea
          id={id}
          autoFocus
          maxLength={1000}
          autoSize={{ minRows: 3, maxRows: 8 }}
          value={text}
          onChange={({ target }) => setText(target.value)}
        />
      </Field>
    </ActionDialog>
  );
}
