/** The texts of offers in English. */
export const offersTexts = {
  title: 'Chats offered to you',
  offered: 'A chat at {desk} waits for your answer',
  left: '{time} left',
  over: 'the time is over',
  waited: 'waiting for {time}',
  accept: 'Take it',
  decline: 'Decline',
  why: 'Why not?',
  whyHint: 'Others are asked next; the reason is kept.',
  whyNeeded: 'Say why you decline.',
  cancel: 'Cancel',
  next: 'Take the next one',
  line: '{n} chat waits at {desk}|{n} chats wait at {desk}',
  said: 'A chat is offered to you. Answer by {time}',
  gone: 'The offer is over; somebody else is asked',
};
