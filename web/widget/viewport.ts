/** A viewport lower than this part of the largest one seen means a keyboard is up. */
const KEYBOARD_PART = 0.75;

/** What the keyboard leaves visible, or null when the panel may have the whole screen. */
export const visibleBox = (
  height: number,
  offsetTop: number,
  largest: number,
  typing: boolean,
): { readonly top: number; readonly height: number } | null =>
  typing && height < largest * KEYBOARD_PART ? { top: offsetTop, height } : null;

/** Keeps the panel above a phone's keyboard by following the visual viewport. */
export const followViewport = (panel: HTMLElement, typing: () => boolean): void => {
  const view = window.visualViewport;
  if (!view) return;
  let largest = view.height;
  let wide = view.width;
  const follow = (): void => {
    if (view.width !== wide) {
      wide = view.width;
      largest = 0;
    } // Turned: start again.
    largest = Math.max(largest, view.height);
    const box = visibleBox(view.height, view.offsetTop, largest, typing());
    if (box) {
      panel.style.setProperty('--ck-top', `${box.top}px`);
      panel.style.setProperty('--ck-height', `${box.height}px`);
    } else {
      panel.style.removeProperty('--ck-top');
      panel.style.removeProperty('--ck-height');
    }
  };
  view.addEventListener('resize', follow);
  view.addEventListener('scroll', follow);
  panel.addEventListener('focusin', follow);
  panel.addEventListener('focusout', follow);
};
