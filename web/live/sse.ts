/** One server-sent event; `id` is the cursor it stands for, if it has one. */
export interface SseFrame {
  readonly event: string;
  readonly data: string;
  readonly id?: string;
}

/** What a half-read stream leaves behind. */
export interface SseState {
  readonly rest: string;
  readonly lines: readonly string[];
}

export const SSE_START: SseState = { rest: '', lines: [] };

/**
 * Takes the next piece of text, wherever it was cut, and gives the frames that are complete.
 * A carriage return at the very end waits, for its line feed may come with the next piece.
 */
export const feed = (state: SseState, chunk: string): readonly [SseState, readonly SseFrame[]] => {
  const text = state.rest + chunk;
  const held = text.endsWith('\r') ? '\r' : '';
  const parts = text.slice(0, text.length - held.length).split(/\r\n|\r|\n/);
  const rest = (parts.pop() ?? '') + held;
  const frames: SseFrame[] = [];
  let lines = [...state.lines];
  for (const line of parts) {
    if (line !== '') {
      lines.push(line);
      continue;
    }
    const frame = frameOf(lines);
    if (frame) frames.push(frame);
    lines = [];
  }
  return [{ rest, lines }, frames];
};

const frameOf = (lines: readonly string[]): SseFrame | null => {
  let event = 'message';
  let id: string | undefined;
  const data: string[] = [];
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon === 0) continue; // A comment keeps the connection open and says nothing.
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (name === 'event') event = value;
    else if (name === 'data') data.push(value);
    else if (name === 'id') id = value;
  }
  return data.length === 0 && event === 'message' ? null : { event, data: data.join('\n'), id };
};
