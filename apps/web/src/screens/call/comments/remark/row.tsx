import { type CallComment } from '#contracts';
import { mentionPieces } from '#reviews/screens';
import { MessageOutlined } from '@ant-design/icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { AskFirst } from '../../../../components/acts.js';
import { Failed } from '../../../../components/failure-note.js';
import { part } from '../../../../components/opened/part.js';
import { useWithdrawComment } from '../../../../data/comments.js';
import { useFormat } from '../../../../format/use-format.js';
import { useCallPage } from '../../call-page.js';
import '../comments.css';

const CommentDialog = part(() => import('./comment-dialog.js'));

/** A comment beside the words of its second: what it says, whose it is, and what its author can do. */
export function Row({ of }: { of: CallComment & { atMs: number } }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { call, player } = useCallPage();
  const [editing, setEditing] = useState(false);
  const withdraw = useWithdrawComment(call.callId, of.commentId);
  const { text, by, mine, published, atMs, writtenAt, withdrawnAt, earlier } = of;
  return (
    <li className="comment-row">
      <button
        type="button"
        className="plain turn-time label faint ends"
        aria-label={t('transcript.seekTo', { at: format.clock(atMs) })}
        onClick={() => player?.seek(atMs)}
      >
        {format.clock(atMs)}
      </button>
      <div className="comment-said">
        <b className="label">
          <MessageOutlined aria-hidden /> {format.text(by)}
        </b>
        {text !== null && <p>{of.mentions.length > 0 ? <MentionedText text={text} mentions={of.mentions} /> : text}</p>}
        {withdrawnAt && <p className="detail-quiet">{t('remark.withdrawn', { at: format.dateTime(withdrawnAt) })}</p>}
        <small>
          {text !== null && format.dateTime(writtenAt)}
          {text !== null && ` · ${t(published ? 'remark.published' : 'remark.notPublished')}`}
          {mine && text !== null && (
            <>
              {' '}
              <button type="button" className="plain link" onClick={() => setEditing(true)}>
                {t('remark.edit')}
              </button>{' '}
              <AskFirst ask={t('remark.withdrawAsk')} onYes={() => withdraw.mutate()}>
                {t('remark.withdraw')}
              </AskFirst>
            </>
          )}
        </small>
        {earlier.map((one) => (
          <small key={one.at} className="comment-earlier">
            {t('remark.earlier', { at: format.dateTime(one.at), text: one.text })}
          </small>
        ))}
        <Failed of={withdraw} />
      </div>
      {editing && <CommentDialog of={of} atMs={atMs} onClose={() => setEditing(false)} />}
    </li>
  );
}

/** What a comment says, with the names of people whom it mentions; beside one that has changed, the name of now. */
function MentionedText({ text, mentions }: { text: string; mentions: CallComment['mentions'] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const pieces = mentionPieces(
    text,
    mentions.map(({ saidAs }) => saidAs),
  );
  return pieces.map(({ words, at }, index) => {
    const whom = at === null ? undefined : mentions[at];
    if (!whom) return words;
    const isOld = whom.saidAs !== whom.name.zh && whom.saidAs !== whom.name.en;
    return (
      <span key={index} className="comment-mention link bold">
        {words}
        {isOld && t('remark.nowCalled', { name: format.text(whom.name) })}
      </span>
    );
  });
}
