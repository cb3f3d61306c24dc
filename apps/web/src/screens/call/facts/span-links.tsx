import type { Span } from '#contracts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../format/use-format.js';
import { useCallPage } from '../call-page.js';

const FIRST = 4;

/** The seconds at which something is, each a way to hear it. */
export function SpanLinks({ spans }: { spans: readonly Span[] }) {
  const { t } = useTranslation();
  const { clock, measured } = useFormat();
  const { player } = useCallPage();
  const [all, setAll] = useState(false);
  const shown = all ? spans : spans.slice(0, FIRST);
  return (
    <span className="span-links">
      {shown.map(({ fromMs, toMs }) => (
        <button
          key={fromMs}
          type="button"
          className="plain link"
          aria-label={t('measures.at', { at: clock(fromMs), seconds: measured((toMs - fromMs) / 1000) })}
          onClick={() => player?.seek(fromMs)}
        >
          {clock(fromMs)}
        </button>
      ))}
      {shown.length < spans.length && (
        <button type="button" className="plain link facts-quiet" onClick={() => setAll(true)}>
          {t('measures.more', { n: spans.length })}
        </button>
      )}
    </span>
  );
}
