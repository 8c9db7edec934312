// Turns tokens.json into custom properties: colours as light-dark(), the rest as plain values.
import { readFileSync } from 'node:fs';

const DARK = 'io.chatkeeper.dark';
const source = new URL('./tokens.json', import.meta.url);

/** Every group of the file as [name, token] pairs. */
export const readTokens = () => JSON.parse(readFileSync(source, 'utf8'));

const entries = (group) => Object.entries(group).filter(([name]) => !name.startsWith('$'));
const valueOf = (token) =>
  token.$extensions?.[DARK]
    ? `light-dark(${token.$value.hex}, ${token.$extensions[DARK].hex})`
    : `${token.$value.value}${token.$value.unit}`;

/** Both modes of every colour: name → [light, dark]. */
export const colours = () =>
  new Map(
    entries(readTokens().color).map(([name, token]) => [
      name,
      [token.$value.hex, token.$extensions[DARK].hex],
    ]),
  );

/** The style sheet, with the properties on `selector`. */
export const tokensCss = (selector) => {
  const lines = Object.values(readTokens())
    .flatMap(entries)
    .map(([name, token]) => `  --${name}: ${valueOf(token)};`);
  const still = `@media (prefers-reduced-motion: reduce) {
  ${selector} { --quick: 0ms; --move: 0ms; }
}`;
  return `${selector} {\n  color-scheme: light dark;\n${lines.join('\n')}\n}\n${still}\n`;
};
