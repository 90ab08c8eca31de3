import { createTheme, type MantineColorsTuple } from '@mantine/core';

const lake: MantineColorsTuple = [
  '#eef6fa',
  '#dcebf3',
  '#b8d8e8',
  '#8fc3dc',
  '#6bb0d1',
  '#4b9bc4',
  '#357fa8',
  '#22678c',
  '#164f6e',
  '#0c3850',
];

const felt: MantineColorsTuple = [
  '#fcf0ee',
  '#f7dcd8',
  '#eeb9b1',
  '#e69a8f',
  '#dd7b6d',
  '#cf5d4d',
  '#b5412f',
  '#9d3425',
  '#84291c',
  '#6b1e13',
];

/** The library's dark greys are neutral; these lean to the blue of our dark surfaces. */
const dark: MantineColorsTuple = [
  '#e6eaec',
  '#c3ced4',
  '#a5b2ba',
  '#98a5ad',
  '#3f4d56',
  '#2b363d',
  '#1f282e',
  '#13191d',
  '#0e1316',
  '#090d0f',
];

export const theme = createTheme({
  colors: { lake, felt, dark },
  primaryColor: 'lake',
  primaryShade: { light: 8, dark: 7 },
  fontFamily: "'Golos Text', system-ui, sans-serif",
  fontFamilyMonospace: 'ui-monospace, monospace',
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.75rem', lineHeight: '1.25' },
      h2: { fontSize: '1.3rem', lineHeight: '1.3' },
      h3: { fontSize: '1.1rem', lineHeight: '1.35' },
    },
  },
  fontSizes: { xs: '0.875rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.25rem' },
  defaultRadius: 'md',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Anchor: { defaultProps: { underline: 'always' } },
    Button: { defaultProps: { size: 'md' } },
    Input: { defaultProps: { size: 'md' } },
    InputWrapper: { defaultProps: { size: 'md' } },
    TextInput: { defaultProps: { size: 'md' } },
    Paper: { defaultProps: { bg: 'var(--surface)' } },
    PasswordInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md' } },
    // Lists open inside the page's landmarks, where screen readers look for them.
    Select: { defaultProps: { size: 'md', comboboxProps: { withinPortal: false } } },
    MultiSelect: { defaultProps: { size: 'md', comboboxProps: { withinPortal: false } } },
    DateInput: { defaultProps: { size: 'md', popoverProps: { withinPortal: false } } },
    Radio: { defaultProps: { size: 'md' } },
    Checkbox: { defaultProps: { size: 'md' } },
  },
});
