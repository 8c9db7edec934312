import { useEffect, useState } from 'preact/hooks';
import type { AssistField, AssistTemplates } from '../../protocol/assist';
import { at } from '../../protocol/problem';
import { fill } from '../../words/fill';
import { en } from '../../words/console.en';
import { useAct, useStore, type Acting } from '../context';
import { Act } from '../pieces/act';
import { Dialog } from '../pieces/dialog';
import { Field } from '../pieces/field';
import { Findings, Trouble, Waits } from '../pieces/finding';
import {
  bodyOf,
  fieldsOf,
  isNeeded,
  NOTHING_ASKED,
  noticesIn,
  spoken,
  toggled,
  type Asked,
} from './state';

interface PartProps {
  readonly asked: Asked;
  readonly change: (part: Partial<Asked>) => void;
  readonly asking: Acting;
  readonly send: () => void;
}

interface ChoiceProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [value: string, text: string])[];
  readonly change: (value: string) => void;
  readonly field: string;
  readonly asking: Acting;
}

const Choice = ({ id, label, value, options, change, field, asking }: ChoiceProps) => (
  <div class="field">
    <label for={id}>{label}</label>
    <select
      id={id}
      value={value}
      aria-describedby={`${id}-found`}
      onChange={(event) => change(event.currentTarget.value)}
    >
      {options.map(([option, text]) => (
        <option key={option} value={option}>
          {text}
        </option>
      ))}
    </select>
    <Findings id={`${id}-found`} list={at(asking.problem, field)} override={asking.override} />
  </div>
);

/** One line of the form, drawn as the procedure describes it. */
const FormField = (props: PartProps & { readonly field: AssistField }) => {
  const { field, asked, change, asking, send } = props;
  const id = `assist-${field.label.replaceAll(/\W/g, '-')}`;
  const path = `fields.${field.label}`;
  const value = asked.fields[field.label] ?? '';
  const set = (text: string): void => change({ fields: { ...asked.fields, [field.label]: text } });
  const needed = isNeeded(field, asked);
  const label = needed ? field.label : `${field.label} (${en.assist.optional})`;
  if (field.choices.length > 0) {
    return (
      <Choice
        id={id}
        label={label}
        value={value}
        options={[['', en.assist.choose], ...field.choices.map((one) => [one, one] as const)]}
        change={set}
        field={path}
        asking={asking}
      />
    );
  }
  return (
    <Field
      id={id}
      label={label}
      hint={field.hint}
      value={value}
      change={set}
      one={field.label !== 'REASON'}
      found={at(asking.problem, path)}
      override={asking.override}
      save={send}
    />
  );
};

/** What was looked at before asking. */
const Looked = ({
  asked,
  change,
  asking,
  send,
  resources,
}: PartProps & { readonly resources: readonly string[] }) => (
  <fieldset>
    <legend>{en.assist.looked}</legend>
    {resources.map((resource) => (
      <label class="switch" key={resource}>
        <input
          type="checkbox"
          checked={asked.looked.includes(resource)}
          onChange={() => change({ looked: toggled(asked.looked, resource) })}
        />
        {spoken(resource)}
      </label>
    ))}
    <Field
      label={en.assist.elsewhere}
      hint={en.assist.elsewhereHint}
      value={asked.elsewhere}
      change={(elsewhere) => change({ elsewhere })}
      one
      found={at(asking.problem, 'resourcesChecked')}
      override={asking.override}
      save={send}
    />
  </fieldset>
);

/** Notices that must be taken note of before it goes out. */
const Notices = ({ asked, change, asking }: Omit<PartProps, 'send'>) => (
  <>
    {noticesIn(asking.problem).map(({ suggestion = '', message }) => (
      <label class="switch" key={suggestion}>
        <input
          type="checkbox"
          checked={asked.confirmed.includes(suggestion)}
          onChange={() => change({ confirmed: toggled(asked.confirmed, suggestion) })}
        />
        {message}
      </label>
    ))}
  </>
);

interface FormProps {
  readonly templates: AssistTemplates;
  readonly about?: string;
  readonly close: () => void;
}

const AssistForm = ({ templates, about, close }: FormProps) => {
  const store = useStore();
  const [asked, setAsked] = useState<Asked>(NOTHING_ASKED);
  const asking = useAct('/assist-requests', (answer) => {
    store.announcer.polite(en.assist.asked);
    store.reloadInbox();
    close();
    store.go({ place: 'chat', chatId: String(answer['chatId']) });
  });
  const template = templates.items.find((one) => one.name === asked.template);
  const fields = fieldsOf(template);
  const send = (): void => void asking.run(bodyOf(asked, template, about));
  const change = (part: Partial<Asked>): void => setAsked({ ...asked, ...part });
  const shared = { asked, change, asking, send };
  const shown = ['template', 'clientId', 'question', 'resourcesChecked', 'confirmed'];
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      <Choice
        id="assist-template"
        label={en.assist.form}
        value={asked.template}
        options={[
          ['', en.assist.free],
          ...templates.items.map(({ name }) => [name, name] as const),
        ]}
        change={(name) => change({ template: name })}
        field="template"
        asking={asking}
      />
      {!template && (
        <Choice
          id="assist-channel"
          label={en.assist.channel}
          value={asked.channel}
          options={[
            ['', en.assist.anyChannel],
            ...templates.channels.map(
              ({ id, title, open }) =>
                [id, open ? title : fill(en.assist.closed, { title })] as const,
            ),
          ]}
          change={(channel) => change({ channel })}
          field="channel"
          asking={asking}
        />
      )}
      <Field
        id="assist-client"
        label={en.assist.clientId}
        value={asked.clientId}
        change={(clientId) => change({ clientId })}
        one
        found={at(asking.problem, 'clientId')}
        save={send}
      />
      {fields.map((field) => (
        <FormField key={field.label} field={field} {...shared} />
      ))}
      <Field
        id="assist-question"
        label={en.assist.question}
        hint={en.assist.questionHint}
        value={asked.question}
        change={(question) => change({ question })}
        rows={4}
        found={at(asking.problem, 'question')}
        override={asking.override}
        save={send}
      />
      <Looked {...shared} resources={templates.resources} />
      <Notices asked={asked} change={change} asking={asking} />
      <Trouble
        problem={asking.problem}
        fields={[
          ...shown,
          ...(template ? [] : ['channel']),
          ...fields.map((field) => `fields.${field.label}`),
        ]}
        override={asking.override}
      />
      <Waits progress={asking.progress} />
      <div class="dialog-acts">
        <Act onClick={close}>{en.assist.cancel}</Act>
        <Act main submit busy={asking.progress !== null}>
          {en.assist.send}
        </Act>
      </div>
    </form>
  );
};

/** Asks a lead, with the forms that the procedure describes. */
export const AssistDialog = ({ about, close }: Omit<FormProps, 'templates'>) => {
  const store = useStore();
  const [templates, setTemplates] = useState<AssistTemplates | null>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    store.reads.assistTemplates().then(setTemplates, () => setFailed(true));
  }, [store]);
  return (
    <Dialog title={en.assist.title} close={close}>
      {templates ? (
        <AssistForm templates={templates} about={about} close={close} />
      ) : (
        <>
          <p role="status">{failed ? en.assist.failed : en.assist.loading}</p>
          <Act onClick={close}>{en.assist.cancel}</Act>
        </>
      )}
    </Dialog>
  );
};
