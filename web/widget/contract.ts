/** What loader, panel and the page agree on. */
export interface Settings {
  position?: 'start' | 'end';
  locale?: string;
  theme?: 'light' | 'dark' | 'auto';
  /** `false` hides the launcher; a selector names the page's own buttons. */
  launcher?: boolean | string;
  persist?: 'local' | 'session' | 'none';
  texts?: Readonly<Record<string, string>>;
}

export interface User {
  readonly name?: string;
  readonly email?: string;
  readonly externalId?: string;
  readonly identityToken?: string;
}

export type Happening = 'ready' | 'message' | 'opened' | 'closed' | 'unread' | 'error';

/** The part of the page that the loader owns and lends to the panel. */
export interface Shell {
  readonly origin: string;
  readonly site: string;
  readonly shadow: ShadowRoot;
  readonly dialog: HTMLDialogElement;
  readonly settings: () => Settings;
  readonly user: () => User;
  readonly attributes: () => Readonly<Record<string, string>>;
  readonly emit: (name: Happening, detail?: unknown) => void;
  readonly unread: (count: number) => void;
  readonly isOpen: () => boolean;
  readonly close: () => void;
}

/** What the loader may ask of the panel once it is there. */
export interface Panel {
  opened(focus: boolean): void;
  closed(): void;
  personChanged(): void;
  reset(): void;
}

/** Where a visitor's chat is remembered. */
export const sessionKey = (site: string): string => `chatkeeper:${site}`;

/** A storage that may be blocked, full or switched off: then nothing is remembered. */
export const storageOf = (settings: Settings): Storage | null => {
  try {
    if (settings.persist === 'none') return null;
    return settings.persist === 'session' ? window.sessionStorage : window.localStorage;
  } catch {
    return null;
  }
};
