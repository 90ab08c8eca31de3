const length = 16;

export const digitsOf = (typed: string) => typed.replace(/\D/g, '').slice(0, length);

export const inFours = (code: string) => code.replace(/(.{4})(?=.)/g, '$1 ');

export const isWhole = (code: string) => code.length === length;
