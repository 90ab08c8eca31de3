import { clsx } from 'clsx';
import { useTranslation } from 'react-i18next';
import { languageNames, languages } from '@/i18n/languages';
import { chooseLanguage } from '@/i18n/setup';
import { useLanguage } from '@/i18n/useLanguage';
import classes from './LanguageSwitch.module.css';

const shortNames = { ky: 'Кыр', ru: 'Рус', en: 'Eng' } as const;

export function LanguageSwitch({ onChoose = chooseLanguage }) {
  const { t } = useTranslation();
  const current = useLanguage();
  return (
    <fieldset className={classes.switch} aria-label={t('language')}>
      {languages.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-label={languageNames[language]}
          aria-pressed={language === current}
          className={clsx(classes.choice, language === current && classes.chosen)}
          onClick={() => onChoose(language)}
        >
          {shortNames[language]}
        </button>
      ))}
    </fieldset>
  );
}
