import type { Intake, Language } from '@/api/generated/public';

export type IntakePlace = Intake['places'][number];
export type IntakeSite = Intake['sites'][number];

/** Keyboards without Kyrgyz letters are common, so `Кочкор-Өзөн` is found by `озон` too. */
const folded: Record<string, string> = { ё: 'е', ө: 'о', ү: 'у', ң: 'н' };

export const fold = (text: string) =>
  text.toLowerCase().replace(/[ёөүң]/g, (letter) => folded[letter] ?? letter);

const levelOrder: IntakePlace['level'][] = [
  'village',
  'city',
  'aimak',
  'raion',
  'oblast',
  'country',
];

const rank = (place: IntakePlace, query: string) => {
  const starts = Object.values(place.names).some((name) => fold(name).startsWith(query));
  return (starts ? 0 : 10) + levelOrder.indexOf(place.level);
};

export function searchPlaces(places: IntakePlace[], text: string, limit = 7) {
  const query = fold(text.trim());
  if (query === '') return { found: [], count: 0 };
  const matching = places.filter((place) =>
    Object.values(place.names).some((name) => fold(name).includes(query)),
  );
  const found = matching.toSorted((a, b) => rank(a, query) - rank(b, query)).slice(0, limit);
  return { found, count: matching.length };
}

export function ancestorsOf(places: IntakePlace[], place: IntakePlace): IntakePlace[] {
  const parent = places.find(({ id }) => id === place.parent_id);
  return parent ? [parent, ...ancestorsOf(places, parent)] : [];
}

/** Where a place lies, in words: the country goes without saying. */
export const lyingIn = (places: IntakePlace[], place: IntakePlace, language: Language) =>
  ancestorsOf(places, place)
    .filter(({ level }) => level !== 'country')
    .map(({ names }) => names[language])
    .join(', ');

/** Sites of the same raion: a mine harms more than the one village it is registered in. */
export function sitesNear({ places, sites }: Intake, place: IntakePlace): IntakeSite[] {
  const areaOf = (start: IntakePlace) =>
    [start, ...ancestorsOf(places, start)].find(
      ({ level }) => level === 'raion' || level === 'city',
    )?.id ?? start.id;
  const area = areaOf(place);
  return sites.filter((site) => {
    const at = places.find(({ id }) => id === site.place_id);
    return at !== undefined && areaOf(at) === area;
  });
}
