import { Stack, TextInput, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '@/i18n/useLanguage';
import { ChoiceList } from '@/ui/ChoiceList';
import { useName } from '@/ui/names';
import { lyingIn, searchPlaces, sitesNear } from '../places';
import { Question, type QuestionProps, questionId } from './Question';

const noSite = 'none';
const siteId = 'question-site';

export function WhereQuestion({ intake, draft, dispatch, issues }: QuestionProps) {
  const { t } = useTranslation('intake');
  const name = useName();
  const language = useLanguage();
  const { place_id, site_id } = draft.answers;
  const chosen = intake.places.find(({ id }) => id === place_id);
  const [text, setText] = useState(chosen ? name(chosen.names) : '');
  const { found, count } = searchPlaces(intake.places, text);
  const shown = chosen && !found.includes(chosen) ? [chosen, ...found] : found;
  const sites = chosen ? sitesNear(intake, chosen) : [];
  return (
    <Question step="where" issue={issues.place_id}>
      <TextInput
        type="search"
        label={t('where.label')}
        autoComplete="off"
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <div role="status">
        {text.trim() !== '' && (count > 0 ? t('where.found', { count }) : t('where.none'))}
      </div>
      <ChoiceList
        labelledBy={questionId}
        value={place_id}
        onChange={(place) => dispatch({ type: 'answer', answers: { place_id: place } })}
        choices={shown.map((place) => ({
          value: place.id,
          label: name(place.names),
          help: lyingIn(intake.places, place, language),
        }))}
      />
      {sites.length > 0 && (
        <Stack gap="sm" mt="md">
          <Title order={2} id={siteId}>
            {t('where.site')}
          </Title>
          <ChoiceList
            labelledBy={siteId}
            value={site_id ?? noSite}
            onChange={(site) =>
              dispatch({
                type: 'answer',
                answers: { site_id: site === noSite ? undefined : site },
              })
            }
            choices={[
              ...sites.map((site) => ({
                value: site.id,
                label: name(site.names),
                help: name(site.company),
              })),
              { value: noSite, label: t('where.no_site') },
            ]}
          />
        </Stack>
      )}
    </Question>
  );
}
