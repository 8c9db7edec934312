/** Ends an exhaustive switch: a new case of the union is a compile error at the call. */
export const unreachable = (value: never): never => {
  throw new Error(`not handled: ${JSON.stringify(value)}`);
};
