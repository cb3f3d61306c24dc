import { namesMentioned } from '#reviews/screens';
import { newCommentSchema, type CallComment } from '#contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { FormDialog } from '../../../../components/dialogs.js';
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
  const { call, leg } = useCallPage();
  const { callId } = call;
  const [chosen, setChosen] = useState(of?.mentions.map(({ personId, saidAs }) => ({ personId, name: saidAs })) ?? []);
  const make = useComment(callId);
  const edit = useEditComment(callId, of?.commentId ?? '');
  const legId = of?.legId ?? call.legs[leg]?.legId ?? '';
  const mentionsIn = (text: string) => {
    const said = namesMentioned(
      text,
      chosen.map(({ name }) => name),
    );
    return [...new Set(chosen.filter(({ name }) => said.has(name)).map(({ personId }) => personId))];
  };
  return (
    <FormDialog
      title={t(of ? 'remark.editTitle' : 'remark.makeTitle', { at: clock(atMs) })}
      okText={t('remark.save')}
      keeps
      name={`comment ${of?.commentId ?? 'new'}`}
      body={newCommentSchema}
      start={{ text: of?.text ?? '' }}
      beside={{ legId, atMs: Math.round(atMs) }}
      fields={[
        {
          of: 'text',
          label: t('remark.text'),
          hint: t('remark.hint'),
          draw: (control) => (
            <MentionField
              {...{ callId, legId, ...control }}
              onMention={(personId, name) => setChosen((before) => [...before, { personId, name }])}
            />
          ),
        },
      ]}
      send={async (body) => {
        const mentions = mentionsIn(body.text);
        if (of) await edit.mutateAsync({ text: body.text, mentions });
        else await make.mutateAsync({ ...body, mentions });
      }}
      onClose={onClose}
    />
  );
}
