import type { FieldError, PublicGrantCall } from '@/api/generated';

/** Something that keeps an application from being submitted, and the part of the form that it is in. */
export interface Missing {
  pointer: string;
  code: string;
  anchor: string;
  kind: 'question' | 'line' | 'summary' | 'team' | 'lines' | 'asked';
  /** Of a line, its number; of a question, its id. */
  line?: number;
  question?: string;
}

function missingOf({ pointer, code }: FieldError): Missing | undefined {
  const [, field, place] = pointer.split('/');
  const of = { pointer, code };
  switch (field) {
    case 'summary':
      return { ...of, kind: 'summary', anchor: 'about' };
    case 'team':
      return { ...of, kind: 'team', anchor: 'team' };
    case 'asked':
      return { ...of, kind: 'asked', anchor: 'lines' };
    case 'lines':
      return place === undefined
        ? { ...of, kind: 'lines', anchor: 'lines' }
        : { ...of, kind: 'line', line: Number(place) + 1, anchor: 'lines' };
    case 'answers':
      return place
        ? { ...of, kind: 'question', question: place, anchor: `answer-${place}` }
        : undefined;
    default:
      return undefined;
  }
}

/** In the order of the form: the questions as the call asks them. */
export function missingIn(
  unready: readonly FieldError[],
  call: Pick<PublicGrantCall, 'questions'>,
) {
  const order = ['about', ...call.questions.map(({ id }) => `answer-${id}`), 'lines', 'team'];
  return unready
    .flatMap((error) => missingOf(error) ?? [])
    .toSorted((one, other) => order.indexOf(one.anchor) - order.indexOf(other.anchor));
}
