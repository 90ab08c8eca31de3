/** The questions that come after the first and know days: a calendar is much to wait for before the first word. */
export { CheckQuestion } from './CheckQuestion';
export { WhenQuestion } from './WhenQuestion';
