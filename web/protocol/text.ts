/** Text that a person made. Events carry it as an object, so that a sealed form can follow. */
export type Personal = string | { readonly plain: string };

/** The readable form; empty for text that is missing or sealed. */
export const plain = (text: Personal | null | undefined): string =>
  typeof text === 'string' ? text : (text?.plain ?? '');
