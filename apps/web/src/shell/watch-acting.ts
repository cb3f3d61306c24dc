/** Other pages of this browser have the same session: they are opened again. */
const ACTING_CHANGED = 'shouwen-acting';

export const tellOtherPages = (): void => localStorage.setItem(ACTING_CHANGED, String(Date.now()));

/** @returns what ends the watch */
export function watchActing(): () => void {
  const reload = ({ key }: StorageEvent) => {
    if (key === ACTING_CHANGED) window.location.reload();
  };
  window.addEventListener('storage', reload);
  return () => window.removeEventListener('storage', reload);
}
