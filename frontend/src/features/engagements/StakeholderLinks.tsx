import type { StakeholderName } from '@/api/generated';
import { paths } from '@/paths';
import { TextLink } from '@/ui/links';

/** Each leads to the person's own page. */
export function StakeholderLinks({ stakeholders }: { stakeholders: StakeholderName[] }) {
  return stakeholders.map(({ id, name }, at) => (
    <span key={id}>
      {at > 0 && ', '}
      <TextLink to={paths.stakeholder} params={{ stakeholderId: id }}>
        {name}
      </TextLink>
    </span>
  ));
}
