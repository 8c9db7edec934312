/** The console's texts about a customer's case, in English. */
export const caseTexts = {
  acts: 'The case',
  cancel: 'Cancel',
  proposals: 'Promises in the notes',
  proposal: 'The note promises something for {time}.',
  confirm: 'Promise it',
  boxes: {
    method: 'How did you verify it?',
    category: 'Category',
    complaint: 'This is a complaint',
    what: 'What do you promise?',
    dueAt: 'By when?',
    text: 'What will the customer read?',
  },
  forms: {
    verify: {
      title: 'Verify identity',
      hint: 'Only after you have checked it as the procedure says.',
      button: 'Verified',
      done: 'Identity verified',
    },
    classify: {
      title: 'Classify',
      hint: 'What it was about, for reports and for closing.',
      button: 'Save',
      done: 'Classified',
    },
    promise: {
      title: 'Promise follow-up',
      hint: 'You own it until it is done.',
      button: 'Promise',
      done: 'Follow-up promised',
    },
    update: {
      title: 'Update customer',
      hint: 'The customer reads this.',
      button: 'Send update',
      done: 'Customer updated',
    },
    warn: {
      title: 'Conduct warning',
      hint: 'The customer is sent the words of the procedure. They are counted.',
      button: 'Give warning',
      done: 'Warning given',
    },
    reopen: {
      title: 'Reopen',
      hint: 'The chat goes on, with you.',
      button: 'Reopen',
      done: 'Chat reopened',
    },
  },
};
