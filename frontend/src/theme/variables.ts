import type { CSSVariablesResolver } from '@mantine/core';

const tones = (pairs: Record<string, [background: string, ink: string]>) =>
  Object.fromEntries(
    Object.entries(pairs).flatMap(([tone, [background, ink]]) => [
      [`--tone-${tone}-background`, background],
      [`--tone-${tone}-ink`, ink],
    ]),
  );

/**
 * The library's own dimmed, error, placeholder and active colours stay under a contrast of 4.5:1,
 * so they are replaced here; the tones colour the states of records.
 */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#faf9f6',
    '--mantine-color-text': '#1c2529',
    '--mantine-color-dimmed': '#53616a',
    '--mantine-color-placeholder': '#5f6c74',
    '--mantine-color-error': '#a32f1f',
    '--mantine-color-anchor': '#164f6e',
    '--surface': '#ffffff',
    '--surface-quiet': '#f1efe9',
    '--line': '#d9d6cd',
    ...tones({
      waiting: ['#efece4', '#4b4636'],
      active: ['#dcebf3', '#0f4560'],
      attention: ['#f7dcd8', '#84291c'],
      done: ['#dcefdf', '#1f5a2f'],
      stopped: ['#e6e8ea', '#414b51'],
    }),
  },
  dark: {
    '--mantine-color-body': '#13191d',
    '--mantine-color-text': '#e6eaec',
    '--mantine-color-dimmed': '#a5b2ba',
    '--mantine-color-placeholder': '#98a5ad',
    '--mantine-color-error': '#ff9d8e',
    '--mantine-color-anchor': '#8fc3dc',
    '--surface': '#1b2328',
    '--surface-quiet': '#20292f',
    '--line': '#36424a',
    ...tones({
      waiting: ['#37332a', '#e6dfcb'],
      active: ['#12384c', '#b8d8e8'],
      attention: ['#4b1d16', '#f7c4bc'],
      done: ['#173c22', '#bfe3c8'],
      stopped: ['#2b343a', '#cbd4d9'],
    }),
  },
});
