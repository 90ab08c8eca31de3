import type { ComponentType } from 'react';
import type { Step } from '../draft';
import { CheckQuestion } from './CheckQuestion';
import { ContactQuestion } from './ContactQuestion';
import { PhotosQuestion } from './PhotosQuestion';
import type { QuestionProps } from './Question';
import { ShareQuestion } from './ShareQuestion';
import { WhatQuestion } from './WhatQuestion';
import { WhenQuestion } from './WhenQuestion';
import { WhereQuestion } from './WhereQuestion';
import { WhoQuestion } from './WhoQuestion';
import { WishQuestion } from './WishQuestion';

export type { QuestionProps } from './Question';

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
