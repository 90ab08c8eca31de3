// A table of invented people, as a Russian Excel would save it in UTF-8.

const given =
  'Айгүл Айбек Бакыт Гүлнара Нурлан Жылдыз Чынгыз Каныкей Өмүрбек Айсулуу Талант Мээрим Эркин Асель Урмат Данияр Фатима Зарина Темир Венера Илгиз Назгүл Рахат Сезим Улан Элмира Кубат Перизат Султан Бегимай'.split(' ')
const roots =
  'Асан Эсен Токтогул Осмон Жээнбек Бөкөнбай Шаршенали Ысак Мамбет Кадыр Сыдык Абды Жума Турдубек Орозбек Дүйшөн Ибраим Колдош Молдо Назар Поот Рыскул Султан Тагай Усен Чоро Шамы Элебес Бейше Галы Зулум Керим Макиш Ормон Сарбагыш Тилеке Үсөн Чекир Ырыс Эдиге'.split(' ')
const ends = ['ов', 'ова', 'баев', 'баева', 'алиев', 'алиева', 'кулов', 'кулова']
const fathers =
  'Бакытович Нурлановна Асанович Эсенович Маратовна Кубанычбекович Темировна Улановна Данияровна Рахатович Илгизович Султановна'.split(' ')

const one = (list, number) => list[number % list.length]

/** Rows with a name, a place, a telephone, a consent and an assessment each; every fiftieth person stands there twice. `before`: tables that were
 * made before this one, of others. */
export function table(rows, places, before = 0) {
  const lines = ['\ufeffФИО;Кто это;Код места;Год рождения;Метки;Телефон;Влияние;Интерес;Позиция;Согласие на что;Как дано согласие;Дата согласия']
  for (let row = 0; row < rows; row += 1) {
    const number = before * rows + (row % 50 === 49 ? row - 1 : row)
    const surname = one(roots, Math.floor(number / 30)) + one(ends, Math.floor(number / 1200))
    const name = `${surname} ${one(given, number)} ${one(fathers, Math.floor(number / 101))}`
    const phone = `+996 ${500_000_000 + number * 17}`
    const place = one(places, Math.floor(number / 7))
    const told = `${1 + (number % 5)};${1 + (number % 4)};${(number % 5) - 2}`
    const agreed = 'Приглашения на встречи;Подпись;01.03.2026'
    lines.push(`${name};Житель;${place};${1940 + (number % 60)};вода, дорога;${phone};${told};${agreed}`)
  }
  return new TextEncoder().encode(lines.join('\r\n'))
}
