import {
  sessionKey,
  storageOf,
  type Happening,
  type Panel,
  type Settings,
  type Shell,
  type User,
} from './contract';
import { createHappenings } from './happenings';
import { putLauncher, type Launcher } from './launcher';

/** Below this width the panel takes the whole screen and is modal. */
const SMALL = '(max-width: 479px)';

type Call = readonly [name: string, ...args: unknown[]];
interface Global {
  chatkeeper?: { q?: readonly Call[] } | object;
}

const start = (script: HTMLScriptElement): void => {
  const site = script.dataset['site'] ?? '';
  const origin = new URL(script.src, location.href).origin;
  let settings: Settings = { position: script.dataset['position'] === 'start' ? 'start' : 'end' };
  let user: User = {};
  let attributes: Record<string, string> = {};
  let open = false;
  let overflow = '';
  let panel: Panel | null = null;
  let loading: Promise<Panel> | null = null;
  const happenings = createHappenings();
  const launcher: Launcher = putLauncher();

  const shell: Shell = {
    origin,
    site,
    shadow: launcher.shadow,
    dialog: launcher.dialog,
    settings: () => settings,
    user: () => user,
    attributes: () => attributes,
    emit: happenings.emit,
    unread: (n) => {
      launcher.unread(n);
      happenings.emit('unread', n);
    },
    isOpen: () => open,
    close: () => hide(),
  };

  const load = (): Promise<Panel> => {
    loading ??= import(`${origin}/widget-panel.js`).then(
      (module: { mount: (shell: Shell) => Panel }) => (panel = module.mount(shell)),
    );
    loading.catch((failure: unknown) => {
      loading = null; // The next click tries again.
      happenings.emit('error', failure);
    });
    return loading;
  };

  const show = (byVisitor: boolean): void => {
    if (open) return;
    open = true;
    if (matchMedia(SMALL).matches) {
      overflow = document.body.style.overflow;
      document.body.style.overflow = 'hidden';
      launcher.dialog.showModal();
    } else {
      launcher.dialog.setAttribute('open', ''); // show() would move the page's focus.
    }
    launcher.expanded(true);
    load().then(
      (there) => there.opened(byVisitor),
      () => hide(),
    );
    happenings.emit('opened');
  };
  const hide = (): void => {
    if (!open) return;
    open = false;
    const inside = launcher.dialog.contains(launcher.shadow.activeElement);
    if (launcher.dialog.matches(':modal')) document.body.style.overflow = overflow;
    launcher.dialog.close();
    launcher.expanded(false);
    if (inside) launcher.button.focus();
    panel?.closed();
    happenings.emit('closed');
  };

  const apply = (): void => {
    launcher.region.dataset['position'] = settings.position ?? 'end';
    launcher.region.dataset['theme'] = settings.theme ?? 'auto';
    launcher.button.hidden = settings.launcher === false || typeof settings.launcher === 'string';
    if (typeof settings.launcher === 'string') {
      document
        .querySelectorAll(settings.launcher)
        .forEach((element) => element.addEventListener('click', () => show(true)));
    }
  };

  const acts: Record<string, (...args: never[]) => unknown> = {
    run: (more: Settings) => {
      settings = { ...settings, ...more };
      apply();
    },
    open: () => show(false),
    close: hide,
    toggle: () => (open ? hide() : show(false)),
    setUser: (who: User) => {
      user = { ...user, ...who };
      panel?.personChanged();
    },
    setLocale: (locale: string) => {
      settings = { ...settings, locale };
    },
    setAttributes: (more: Record<string, string>) => {
      attributes = { ...attributes, ...more };
    },
    reset: () => {
      user = {};
      attributes = {};
      storageOf(settings)?.removeItem(sessionKey(site));
      panel?.reset();
    },
    on: (name: Happening, listener: (detail: unknown) => void) => happenings.on(name, listener),
  };
  const call = (name: string, args: readonly unknown[]): unknown => {
    try {
      const act = acts[name];
      if (act) return act(...(args as never[]));
      console.warn(`chatkeeper: there is no ${name}()`);
    } catch (failure) {
      console.warn(`chatkeeper: ${name}() was used wrongly`, failure);
    }
    return undefined;
  };

  const page = window as unknown as Global;
  const waiting = (page.chatkeeper as { q?: readonly Call[] } | undefined)?.q ?? [];
  const api: Record<string, unknown> = { q: { push: ([name, ...args]: Call) => call(name, args) } };
  for (const name of Object.keys(acts)) {
    api[name] = (...args: unknown[]) => call(name, args);
  }
  page.chatkeeper = Object.defineProperty(api, 'isOpen', { get: () => open });

  launcher.button.addEventListener('click', () => (open ? hide() : show(true)));
  launcher.button.addEventListener('pointerenter', () => void load(), { once: true });
  launcher.button.addEventListener('focus', () => void load(), { once: true });
  launcher.dialog.addEventListener('cancel', (event) => {
    event.preventDefault();
    hide();
  });
  launcher.dialog.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) hide();
  });
  apply();
  waiting.forEach(([name, ...args]) => call(name, args));
  if (storageOf(settings)?.getItem(sessionKey(site))) void load(); // A chat is running.
  happenings.emit('ready');
};

const script = document.currentScript;
if (script instanceof HTMLScriptElement && !customElements.get('chatkeeper-widget')) {
  if (document.body) start(script);
  else document.addEventListener('DOMContentLoaded', () => start(script));
}
