import { type ComponentType, lazy } from 'react';
import type { Step } from '../draft';
import { ContactQuestion } from './ContactQuestion';
import { PhotosQuestion } from './PhotosQuestion';
import type { QuestionProps } from './Question';
import { ShareQuestion } from './ShareQuestion';
import { WhatQuestion } from './WhatQuestion';
import { WhereQuestion } from './WhereQuestion';
import { WhoQuestion } from './WhoQuestion';
import { WishQuestion } from './WishQuestion';

export type { QuestionProps } from './Question';

/** To be called once the first question is there: the network may be gone by the third. */
export const loadLater = () => import('./later');

const WhenQuestion = lazy(async () => ({ default: (await loadLater()).WhenQuestion }));
const CheckQuestion = lazy(async () => ({ default: (await loadLater()).CheckQuestion }));

export const questions: Record<Step, ComponentType<QuestionProps>> = {
  what: WhatQuestion,
  where: WhereQuestion,
  when: WhenQuestion,
  wish: WishQuestion,
  who: WhoQuestion,
  share: ShareQuestion,
  contact: ContactQuestion,
  photos: PhotosQuestion,
  check: CheckQuestion,
};
