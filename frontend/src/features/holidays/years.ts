/** The law's list is kept for the first programme's year and from 2025 on. */
const first = 2019;

export const thisYear = () => new Date().getFullYear();

/** The latest first: next year's list is entered while this one is in use. */
export const years = () =>
  Array.from({ length: thisYear() + 2 - first }, (_, index) => thisYear() + 1 - index);
