/** Fetched after the page is there: the checker weighs more than most of the public pages. */
const schemas = () => import('./generated/public/zod.gen');

export const publicRules = {
  acceptance: async () => (await schemas()).zAcceptInvitationBody,
  checkIn: async () => (await schemas()).zCheckInInput,
  contest: async () => (await schemas()).zContest,
  message: async () => (await schemas()).zOwnMessage,
  reopening: async () => (await schemas()).zReopening,
  secondStep: async () => (await schemas()).zSecondStep,
  signIn: async () => (await schemas()).zLogin,
  submission: async () => (await schemas()).zSubmission,
};
