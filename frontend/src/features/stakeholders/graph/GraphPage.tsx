import { Box, Group, NativeSelect, Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RelationshipGraph } from '@/api/generated';
import { getRelationshipGraphOptions } from '@/api/generated/@tanstack/react-query.gen';
import { PlacePicker } from '@/features/places/PlacePicker';
import { EmptyList } from '@/ui/EmptyList';
import { ErrorState } from '@/ui/ErrorState';
import { FilterSelect } from '@/ui/FilterSelect';
import { Loading } from '@/ui/Loading';
import { StakeholderPicker } from '../StakeholderPicker';
import { StakeholdersHeader } from '../StakeholdersHeader';
import { type GraphFilters, graphFilters, graphQuery, relationshipKinds, steps } from './filters';
import { GraphDrawing } from './GraphDrawing';
import { GraphLegend } from './GraphLegend';
import { GraphList } from './GraphList';
import { placed } from './layout';
import { NodePanel } from './NodePanel';

const from = '/desk/stakeholders/graph';

/** Who stands with whom: a drawing to wander through, and the same as a list. */
export function GraphPage() {
  const { t } = useTranslation('relationships');
  const filters = graphFilters({ ...useSearch({ from }) });
  const navigate = useNavigate({ from });
  const graph = useQuery(getRelationshipGraphOptions({ query: graphQuery(filters) }));
  const filter = (change: GraphFilters) =>
    navigate({ search: (before) => ({ ...before, ...change }), replace: true });
  return (
    <>
      <StakeholdersHeader lead={t('graph.lead')} filters={{ place: filters.place }} />
      <Filters filters={filters} onChange={filter} />
      {graph.isPending && <Loading />}
      {graph.isError && <ErrorState error={graph.error} onRetry={() => graph.refetch()} />}
      {graph.isSuccess && graph.data.edges.length === 0 && (
        <EmptyList
          filtered={Object.values(filters).some(Boolean)}
          icon="people"
          title={t('graph.empty')}
          help={t('graph.empty_help')}
        />
      )}
      {graph.isSuccess && graph.data.edges.length > 0 && (
        <Graph
          key={JSON.stringify(filters)}
          graph={graph.data}
          around={filters.around}
          onAround={(around) => filter({ around })}
        />
      )}
    </>
  );
}

interface GraphProps {
  graph: RelationshipGraph;
  around: string | undefined;
  onAround: (id: string) => void;
}

function Graph({ graph, around, onAround }: GraphProps) {
  const { t } = useTranslation('relationships');
  const nodes = useMemo(() => placed(graph), [graph]);
  const [chosen, setChosen] = useState(around);
  const node = nodes.find(({ id }) => id === chosen);
  return (
    <Stack gap="md">
      {graph.cut && <Text>{t('graph.cut', { shown: nodes.length })}</Text>}
      <Select
        searchable
        clearable
        maw="24rem"
        label={t('graph.find')}
        nothingFoundMessage={t('graph.not_found')}
        data={nodes.map(({ id, name }) => ({ value: id, label: name }))}
        value={chosen ?? null}
        onChange={(id) => setChosen(id ?? undefined)}
        data-no-print
      />
      <GraphDrawing nodes={nodes} edges={graph.edges} chosen={chosen} onChoose={setChosen} />
      <GraphLegend edges={graph.edges} />
      {node && <NodePanel node={node} nodes={nodes} edges={graph.edges} onAround={onAround} />}
      <GraphList nodes={nodes} edges={graph.edges} />
    </Stack>
  );
}

interface FiltersProps {
  filters: GraphFilters;
  onChange: (change: GraphFilters) => void;
}

function Filters({ filters, onChange }: FiltersProps) {
  const { t } = useTranslation(['relationships', 'records', 'stakeholders']);
  return (
    <Group component="search" align="flex-end" gap="sm" mb="md" data-no-print>
      <Box flex="1 1 14rem">
        <StakeholderPicker
          clearable
          label={t('graph.around')}
          placeholder={t('records:all')}
          value={filters.around ?? null}
          onChange={(around) => onChange({ around: around ?? undefined })}
        />
      </Box>
      {filters.around && (
        <NativeSelect
          size="md"
          label={t('graph.steps')}
          data={steps.map(String)}
          value={String(filters.steps ?? 2)}
          onChange={({ currentTarget }) => onChange({ steps: Number(currentTarget.value) })}
        />
      )}
      <FilterSelect
        label={t('kind_label')}
        choices={relationshipKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        value={filters.kind}
        onChange={(kind) => onChange({ kind })}
      />
      <Box flex="1 1 14rem">
        <PlacePicker
          clearable
          label={t('stakeholders:place')}
          placeholder={t('records:all')}
          value={filters.place ?? null}
          onChange={(place) => onChange({ place: place ?? undefined })}
        />
      </Box>
    </Group>
  );
}
