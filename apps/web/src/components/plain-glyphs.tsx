import type { ReactNode } from 'react';

/** The few icons of the pages in front of the product: those of Ant Design would bring Ant Design with them. */
function Glyph({ children }: { children: ReactNode }) {
  return (
    <svg className="plain-glyph" viewBox="0 0 16 16" width="16" height="16" aria-hidden>
      {children}
    </svg>
  );
}

export function GlobeGlyph() {
  return (
    <Glyph>
      <circle cx="8" cy="8" r="6.4" />
      <ellipse cx="8" cy="8" rx="2.8" ry="6.4" />
      <path d="M1.6 8h12.8" />
    </Glyph>
  );
}

export function BulbGlyph() {
  return (
    <Glyph>
      <path d="M5.9 12v-1.4a4.7 4.7 0 1 1 4.2 0V12z" />
      <path d="M6.2 14.2h3.6" />
    </Glyph>
  );
}

/** `crossed`: what is typed is hidden. */
export function EyeGlyph({ crossed }: { crossed: boolean }) {
  return (
    <Glyph>
      <path d="M1.2 8S3.6 3.6 8 3.6 14.8 8 14.8 8 12.4 12.4 8 12.4 1.2 8 1.2 8z" />
      <circle cx="8" cy="8" r="2" />
      {crossed && <path d="M2.8 13.6 13.2 2.4" />}
    </Glyph>
  );
}
