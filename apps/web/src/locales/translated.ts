/** Chinese has one form for any count (`_other`); English needs that of one thing beside each. */
type FormOfOne<K> = K extends `${infer Sentence}_other` ? `${Sentence}_one` : never;

/** The same keys with other words: a locale that lacks a sentence, a form of one included, or has one too many, does not compile. */
export type Translated<T> = {
  [K in keyof T | FormOfOne<keyof T>]: K extends keyof T ? (T[K] extends string ? string : Translated<T[K]>) : string;
};
