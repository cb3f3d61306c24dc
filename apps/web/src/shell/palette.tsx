import { Input, type InputRef } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { FailureNote } from '../components/failure-note.js';
import { ShowDialog } from '../components/action-dialog.js';
import { useMe } from '../data/session.js';
import { keepRecent, recentPlaces } from './recent-places.js';
import { type Place, useFound } from './use-found.js';

/** Finds calls, agents, people, requests, screens and spoken words by a few characters, and goes there. Only what this account may see is found. */
export function Palette({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <ShowDialog open={open} onClose={onClose} title={t('palette.title')} width={600}>
      <Finder onClose={onClose} />
    </ShowDialog>
  );
}

function Finder({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { accountId } = useMe();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  const asked = text.trim();
  const { places, reading, error } = useFound(asked);
  const shown = asked === '' ? [...recentPlaces(accountId), ...places] : places;
  const here = Math.min(at, shown.length - 1);
  const list = useRef<HTMLUListElement>(null);
  const field = useRef<InputRef>(null);
  // The dialog is not drawn yet when the field is made, so that it could not take the focus by itself.
  useEffect(() => {
    const frame = requestAnimationFrame(() => field.current?.focus());
    return () => cancelAnimationFrame(frame);
  }, []);
  // The focus stays in the field, so that nothing else brings the chosen row into sight.
  useEffect(() => {
    list.current?.children[here]?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  const go = (place: Place | undefined) => {
    if (!place) return;
    keepRecent(accountId, place);
    onClose();
    void navigate(place.to);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    // While characters are put together, these keys choose among them.
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) setAt((here + step + shown.length) % Math.max(1, shown.length));
    else if (event.key === 'Enter') go(shown[here]);
    else return;
    event.preventDefault();
  };
  return (
    <div className="palette">
      <Input
        ref={field}
        autoFocus
        role="combobox"
        aria-expanded={shown.length > 0}
        aria-autocomplete="list"
        aria-controls="palette-list"
        aria-activedescendant={shown[here] ? `palette-${here}` : undefined}
        aria-label={t('palette.ask')}
        placeholder={t('palette.ask')}
        maxLength={80}
        value={text}
        onChange={({ target }) => {
          setText(target.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <ul ref={list} id="palette-list" role="listbox" aria-label={t('palette.title')}>
        {shown.map((place, index) => (
          <li
            key={`${place.kind} ${place.to}`}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === here}
            onClick={() => go(place)}
            onMouseMove={() => setAt(index)}
          >
            <small>{t(`palette.kind.${place.kind}`)}</small>
            <span>{place.name}</span>
            {place.note && <small>{place.note}</small>}
          </li>
        ))}
      </ul>
      {error !== null && <FailureNote error={error} />}
      <p className="admin-hint" role="status">
        {reading ? t('palette.reading') : shown.length === 0 && error === null ? t('palette.none') : t('palette.keys')}
      </p>
    </div>
  );
}
