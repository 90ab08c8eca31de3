import { ActionIcon } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Icon } from '@/ui/Icon';
import classes from './Voting.module.css';

interface Props {
  title: string;
  count: number;
  mayAdd: boolean;
  onChange: (by: 1 | -1) => void;
}

/** Dots on one impact, with buttons that a thumb finds. */
export function Stepper({ title, count, mayAdd, onChange }: Props) {
  const { t } = useTranslation('impacts');
  return (
    <span className={classes.stepper}>
      <ActionIcon
        size={44}
        variant="default"
        aria-label={t('round.less', { title })}
        disabled={count === 0}
        onClick={() => onChange(-1)}
      >
        <Icon name="minus" />
      </ActionIcon>
      <span className={classes.count}>{count}</span>
      <ActionIcon
        size={44}
        variant="default"
        aria-label={t('round.more', { title })}
        disabled={!mayAdd}
        onClick={() => onChange(1)}
      >
        <Icon name="plus" />
      </ActionIcon>
    </span>
  );
}
