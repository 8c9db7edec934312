/** A line of a form for a lead, as `GET /assist-templates` describes it. */
export interface AssistField {
  readonly label: string;
  readonly required: boolean;
  readonly hint?: string;
  readonly choices: readonly string[];
  /** With which values of another field it is needed. */
  readonly neededWhen?: { readonly field: string; readonly values: readonly string[] };
  /** The amount must be zero; a credit asks for this notice. */
  readonly creditNotice?: { readonly id: string; readonly text: string };
}

export interface AssistTemplate {
  readonly name: string;
  readonly channel?: string;
  readonly fields: readonly AssistField[];
}

export interface AssistChannel {
  readonly id: string;
  readonly title: string;
  readonly open: boolean;
  readonly usual: boolean;
}

/** The forms by which agents ask leads. */
export interface AssistTemplates {
  readonly items: readonly AssistTemplate[];
  readonly channels: readonly AssistChannel[];
  readonly resources: readonly string[];
  readonly leastResources: number;
}
