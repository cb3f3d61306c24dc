import { MessageOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../../components/keyboard.js';
import { part } from '../../../components/opened/part.js';
import { speaking } from '../../../locales/i18n.js';
import { useCallPage } from '../call-page.js';

const CommentDialog = part(() => speaking(import('./remark/comment-dialog.js')));

/** Comments the second that the player is at; for people who judge and may hear it. */
export function CommentButton() {
  const { t } = useTranslation();
  const { call, player } = useCallPage();
  const [atMs, setAtMs] = useState<number | null>(null);
  const may = call.may.judge && call.may.listen && player !== null;
  const open = () => {
    if (may) setAtMs(player.ms);
  };
  useShortcuts({ ...(may && { c: open }) });
  if (!may) return null;
  return (
    <>
      <Button size="small" icon={<MessageOutlined />} onClick={open}>
        {t('comment.make')}
      </Button>
      {atMs !== null && <CommentDialog of={null} atMs={atMs} onClose={() => setAtMs(null)} />}
    </>
  );
}
