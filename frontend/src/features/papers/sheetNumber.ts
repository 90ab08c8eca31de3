const length = 8;

/** `40718263`, however it was typed; also from the address that a sheet's QR code holds. */
export const numberOf = (typed: string) => typed.replace(/\D/g, '').slice(0, length);

export const isNumber = (number: string) => number.length === length;

/** As it is printed: two groups are easier to compare than eight digits. */
export const inTwo = (number: string) => number.replace(/^(\d{4})(\d+)/, '$1 $2');
