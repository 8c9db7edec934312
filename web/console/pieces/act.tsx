import type { ComponentChildren } from 'preact';

interface ActProps {
  readonly children: ComponentChildren;
  readonly onClick?: () => void;
  /** The single key that presses it; `keys/` finds the button by it. */
  readonly shortcut?: string;
  readonly main?: boolean;
  readonly busy?: boolean;
  readonly submit?: boolean;
  readonly describedBy?: string;
}

/** A button. While busy it stays in place and in focus, and does nothing. */
export const Act = ({ children, onClick, shortcut, main, busy, submit, describedBy }: ActProps) => (
  <button
    type={submit ? 'submit' : 'button'}
    class={main ? 'act main' : 'act'}
    aria-keyshortcuts={shortcut}
    aria-disabled={busy ? 'true' : undefined}
    aria-describedby={describedBy}
    onClick={(event) => {
      if (busy) event.preventDefault();
      else onClick?.();
    }}
  >
    {children}
    {shortcut && <kbd aria-hidden="true">{shortcut}</kbd>}
  </button>
);
