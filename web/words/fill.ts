/** Puts values into the `{name}` places of a text; an unknown name stays visible. */
export const fill = (
  text: string,
  values: Readonly<Record<string, string | number>> = {},
): string => text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));

/** `1st`, `2nd`, `3rd`, `11th`: the place in a line, in English. */
export const ordinal = (n: number): string => {
  const ends: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
  return `${n}${ends[new Intl.PluralRules('en', { type: 'ordinal' }).select(n)] ?? ''}`;
};

/** `1 message`, `2 messages`: picks the form of `one|other`. */
export const count = (n: number, forms: string): string => {
  const [one, other] = forms.split('|');
  return fill((n === 1 ? one : other) ?? forms, { n });
};
