import { MessageOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';
import { percentOf } from '../rules/axis.rules.js';
import { useLegComments } from './use-leg-comments.js';
import './comments.css';

/** A button on the axis for every comment: it leads to its second. */
export function CommentLane() {
  const { t } = useTranslation();
  const format = useFormat();
  const { call, player, durationMs } = useCallPage();
  const comments = useLegComments().filter(({ text }) => text !== null);
  return comments.map(({ commentId, atMs, by, text }) => {
    const name = t('comment.at', { by: format.text(by), at: format.clock(atMs), text: text ?? '' });
    return (
      <button
        key={commentId}
        type="button"
        className="plain comment-mark"
        style={{ left: percentOf(atMs, durationMs) }}
        aria-label={name}
        title={name}
        onClick={() => (call.may.listen ? player?.playFrom(atMs) : player?.seek(atMs))}
      >
        <MessageOutlined />
      </button>
    );
  });
}
