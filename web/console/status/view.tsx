import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AgentStatus } from '../../protocol/documents';
import { en } from '../../words/console.en';
import { useStore } from '../context';
import { Icon } from '../pieces/icon';

const CHOICES: readonly AgentStatus[] = ['available', 'busy', 'away', 'offline'];

/** The agent's status, and a menu to change it. */
export const Status = () => {
  const store = useStore();
  const me = store.me.value;
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    if (open) box.current?.querySelector<HTMLElement>('[role="menuitem"]')?.focus();
  }, [open]);
  if (!me) return null;

  const shut = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  const choose = (status: AgentStatus): void => {
    shut();
    void store.setStatus(status);
  };
  const onKey = (event: KeyboardEvent): void => {
    const items = Array.from(box.current?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? []);
    const at = items.indexOf(document.activeElement as HTMLElement);
    if (event.key === 'Escape' || event.key === 'Tab') {
      event.stopPropagation();
      shut();
    } else if (event.key === 'ArrowDown') items[(at + 1) % items.length]?.focus();
    else if (event.key === 'ArrowUp') items.at(at - 1)?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <div class="status">
      <button
        ref={button}
        type="button"
        class={`act status-button ${me.status}`}
        aria-haspopup="menu"
        aria-expanded={open}
        aria-keyshortcuts="s"
        onClick={() => setOpen(!open)}
      >
        <span class={`dot ${me.status}`} aria-hidden="true" />
        <span>{en.status[me.status]}</span>
        {me.capacity > 0 && <span class="count">{`${me.held}/${me.capacity}`}</span>}
        <Icon name="down" />
      </button>
      {open && (
        <div
          ref={box}
          class="menu"
          role="menu"
          aria-label={en.status.label}
          onKeyDown={onKey}
          onFocusOut={(event) => {
            const next = event.relatedTarget as Node | null;
            if (!box.current?.contains(next) && next !== button.current) setOpen(false);
          }}
        >
          {CHOICES.map((status) => (
            <button
              key={status}
              type="button"
              role="menuitem"
              tabIndex={-1}
              aria-current={status === me.status ? 'true' : undefined}
              onClick={() => choose(status)}
            >
              <span class={`dot ${status}`} aria-hidden="true" />
              {en.status[status]}
            </button>
          ))}
        </div>
      )}
    </div>
  );
};
