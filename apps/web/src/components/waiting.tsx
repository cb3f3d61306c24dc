import { useTranslation } from 'react-i18next';

const BONES = [280, 420, 340, 240];

/** The shape of what is to come. */
export function Waiting() {
  const { t } = useTranslation();
  return (
    <div className="waiting" role="status">
      <span className="seen-by-readers-only">{t('shell.reading')}</span>
      {BONES.map((width) => (
        <span key={width} className="bone" style={{ width, maxWidth: '80%', marginTop: 14 }} aria-hidden />
      ))}
    </div>
  );
}
