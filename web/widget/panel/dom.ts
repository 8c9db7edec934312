type Props = Readonly<Record<string, string | boolean | ((event: never) => void) | undefined>>;
type Child = Node | string;

/** Makes an element: functions become listeners, everything else an attribute. Text stays text. */
export const h = <K extends keyof HTMLElementTagNameMap>(
  tag: K,
  props: Props = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (typeof value === 'function') element.addEventListener(name, value as EventListener);
    else if (typeof value === 'string') element.setAttribute(name, value);
    else if (value === true) element.setAttribute(name, '');
  }
  element.append(...children);
  return element;
};

/** Sets a text only when it differs, so that an idle screen changes nothing. */
export const say = (element: Element, text: string): void => {
  if (element.textContent !== text) element.textContent = text;
};

/** Makes the children of a list the given items, keeping the elements of those that stay. */
export const keyed = <T>(
  list: Element,
  items: readonly T[],
  keyOf: (item: T) => string,
  make: (item: T) => HTMLElement,
): void => {
  const old = new Map<string, Element>();
  for (const child of Array.from(list.children))
    old.set(child.getAttribute('data-key') ?? '', child);
  let at: Element | null = list.firstElementChild;
  for (const item of items) {
    const key = keyOf(item);
    const element = old.get(key) ?? make(item);
    element.setAttribute('data-key', key);
    old.delete(key);
    if (element === at) at = at.nextElementSibling;
    else list.insertBefore(element, at);
  }
  old.forEach((element) => element.remove());
};
