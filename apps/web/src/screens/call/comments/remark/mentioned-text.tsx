import { mentionPieces, type CallComment } from '#contracts';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../../format/use-format.js';
import './mentioned-text.css';

/** What a comment says, with the names of people whom it mentions; beside one that has changed, the name of now. */
export function MentionedText({ text, mentions }: { text: string; mentions: CallComment['mentions'] }) {
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
      <span key={index} className="comment-mention">
        {words}
        {isOld && t('remark.nowCalled', { name: format.text(whom.name) })}
      </span>
    );
  });
}
