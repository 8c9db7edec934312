import { render } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { ReadFailed } from '../live/read';
import { en } from '../words/console.en';
import { App } from './app';
import { StoreContext } from './context';
import { createMemory, type Session } from './session';
import { SignIn } from './signin/view';
import { createStore } from './store';

const storage = ((): Storage | null => {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
})();
const memory = createMemory(storage);

/** The pause after a start that found no gateway. */
const START_AGAIN_MILLIS = 2_000;

/** A page for one session; another session is another page. */
const SignedIn = ({
  session,
  leave,
}: {
  readonly session: Session;
  readonly leave: (why: string) => void;
}) => {
  const store = useMemo(() => createStore(session, memory, () => leave(en.signIn.expired)), []);
  useEffect(() => {
    let again: ReturnType<typeof setTimeout> | undefined;
    const begin = (): void =>
      void store.start().catch((failure: unknown) => {
        const status = failure instanceof ReadFailed ? failure.problem.status : 0;
        if (status === 403) leave(en.signIn.noAgent);
        else if (status !== 401) again = setTimeout(begin, START_AGAIN_MILLIS);
      });
    begin();
    const hurry = (): void => store.hurry();
    window.addEventListener('online', hurry);
    return () => {
      clearTimeout(again);
      window.removeEventListener('online', hurry);
      store.stop();
    };
  }, []);
  const signOut = (): void => {
    memory.forget();
    leave('');
  };
  return (
    <StoreContext.Provider value={store}>
      <App signOut={signOut} />
    </StoreContext.Provider>
  );
};

const Page = () => {
  const [session, setSession] = useState<Session | null>(() => memory.session());
  const [ended, setEnded] = useState('');
  const [last, setLast] = useState<string | null>(null);
  const leave = (why: string): void => {
    memory.keepSession(null);
    setLast(session?.user ?? null);
    setEnded(why);
    setSession(null);
  };
  const enter = (next: Session): void => {
    if (last !== null && last !== next.user) memory.forget(); // Drafts belong to their writer.
    memory.keepSession(next);
    setSession(next);
  };
  return session ? (
    <SignedIn key={session.token} session={session} leave={leave} />
  ) : (
    <SignIn ended={ended} signedIn={enter} />
  );
};

const root = document.getElementById('app');
if (root) render(<Page />, root);
