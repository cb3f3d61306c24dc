import type { CallComment } from '#contracts';
import { part } from '../../../components/opened/part.js';
import { speaking } from '../../../locales/i18n.js';

/** A comment beside the words of its second. Its row comes with its words; until then it says what it says. */
export const CommentRow = part<{ of: CallComment & { atMs: number } }>(
  () => speaking(import('./remark/row.js')),
  ({ of }) => (
    <li className="comment-row">
      <span />
      <span className="comment-said">{of.text}</span>
    </li>
  ),
);
