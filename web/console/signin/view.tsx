import { useEffect, useRef, useState } from 'preact/hooks';
import { en } from '../../words/console.en';
import { signIn, type Session } from '../session';

interface SignInProps {
  readonly ended: string;
  readonly signedIn: (session: Session) => void;
}

/** The door. The password goes to the identity provider and is not kept. */
export const SignIn = ({ ended, signedIn }: SignInProps) => {
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState(ended);
  const user = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = `${en.signIn.title} – ${en.product}`;
    user.current?.focus();
  }, []);

  const submit = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    setTrouble('');
    try {
      const session = await signIn(user.current?.value.trim() ?? '', password.current?.value ?? '');
      if (session) signedIn(session);
      else {
        setTrouble(en.signIn.wrong);
        password.current?.select();
      }
    } catch {
      setTrouble(en.acts.unreachable);
    }
    setBusy(false);
  };
  return (
    <main class="sign-in">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <h1>{en.product}</h1>
        <div class="field">
          <label for="user">{en.signIn.user}</label>
          <input
            id="user"
            ref={user}
            autoComplete="username"
            autoCapitalize="none"
            required
            aria-describedby="sign-in-trouble"
          />
        </div>
        <div class="field">
          <label for="password">{en.signIn.password}</label>
          <input
            id="password"
            ref={password}
            type="password"
            autoComplete="current-password"
            required
            aria-describedby="sign-in-trouble"
          />
        </div>
        <p id="sign-in-trouble" class="trouble" role="alert">
          {trouble}
        </p>
        <button type="submit" class="act main">
          {busy ? en.signIn.busy : en.signIn.button}
        </button>
      </form>
    </main>
  );
};
