import { useId } from 'preact/hooks';
import type { Violation } from '../../protocol/problem';
import { Findings, type Overriding } from './finding';

interface FieldProps {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly change: (text: string) => void;
  readonly found?: readonly Violation[];
  readonly override?: Overriding;
  readonly rows?: number;
  readonly save?: () => void;
  readonly id?: string;
  readonly one?: boolean;
}

/** A labelled box with its hint and its findings. Ctrl+Enter saves from any box. */
export const Field = (props: FieldProps) => {
  const made = useId();
  const id = props.id ?? made;
  const found = props.found ?? [];
  const shared = {
    id,
    value: props.value,
    'aria-invalid': found.length > 0 ? ('true' as const) : undefined,
    'aria-describedby': `${id}-hint ${id}-found`,
    onInput: (event: { currentTarget: { value: string } }) =>
      props.change(event.currentTarget.value),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      props.save?.();
    },
  };
  return (
    <div class="field">
      <label for={id}>{props.label}</label>
      {props.hint && (
        <span class="hint" id={`${id}-hint`}>
          {props.hint}
        </span>
      )}
      {props.one ? (
        <input type="text" {...shared} />
      ) : (
        <textarea rows={props.rows ?? 2} {...shared} />
      )}
      <Findings id={`${id}-found`} list={found} override={props.override} />
    </div>
  );
};
