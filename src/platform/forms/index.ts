export type { FormContext, Words } from './form.ts';
export { createForms, type DefinedForm, type Forms } from './forms.ts';
export type { Talk } from './talk.ts';
