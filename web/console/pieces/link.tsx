import type { ComponentChildren } from 'preact';
import { useStore } from '../context';
import { pathOf, type Route } from '../route';

interface LinkProps {
  readonly to: Route;
  readonly class: string;
  readonly children: ComponentChildren;
  readonly id?: string;
  /** Whether it leads to where one is. */
  readonly current?: boolean;
}

/** A way to another place of the console; with a modifier key the browser opens it elsewhere. */
export const Link = ({ to, class: name, children, id, current }: LinkProps) => {
  const store = useStore();
  return (
    <a
      id={id}
      class={name}
      href={pathOf(to)}
      aria-current={current ? 'page' : undefined}
      onClick={(event) => {
        if (event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        store.go(to);
      }}
    >
      {children}
    </a>
  );
};
